package org.cabildo.admin.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import java.util.Map;
import org.cabildo.admin.frame.Asked;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.words.Words;
import org.cabildo.onboarding.Funnel;
import org.cabildo.onboarding.Onboarding;
import org.cabildo.onboarding.Stage;

/**
 * How many governments have come how far, for the nation and for each region; each number leads to those it counts. The
 * world it tells of stands in the address.
 */
class FunnelPanel extends Section {

    private static final String WORLD = "mundo";
    private static final String INVENTED = "ficticio";

    private final transient Onboarding onboarding;
    final Select<Boolean> fictional = new Select<>();
    private final Div body = new Div();

    FunnelPanel(Onboarding onboarding) {
        this.onboarding = onboarding;
        fictional.setLabel(Words.of("governments.world"));
        fictional.setItems(false, true);
        fictional.setValue(false);
        fictional.setItemLabelGenerator(invented -> Words.of(invented ? "governments.fictional" : "governments.real"));
        fictional.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                Asked.tell("", Map.of(WORLD, change.getValue() ? INVENTED : ""));
            }
            show();
        });
        var head = new Div(new H2(Words.of("funnel.title")), fictional);
        head.addClassName("panel-head");
        var lead = new Quiet(Words.of("funnel.lead"));
        body.addClassName("funnel-body");
        add(head, lead, body);
        show();
    }

    /** What the address asks for. */
    void asked(Asked asked) {
        fictional.setValue(asked.text(WORLD).equals(INVENTED));
    }

    private void show() {
        var funnel = onboarding.funnel(fictional.getValue());
        body.removeAll();
        body.add(steps(funnel), table(funnel));
    }

    private Div steps(Funnel funnel) {
        var steps = new Div();
        steps.addClassName("funnel");
        var nation = funnel.nation();
        for (var stage : Stage.values()) {
            var count = new Anchor(link("", stage), Words.number(nation.getOrDefault(stage, 0)));
            count.addClassName("funnel-count");
            count.setAriaLabel(
                    Words.of("funnel.count", Words.of(stage), nation.getOrDefault(stage, 0), funnel.percent(stage)));
            var name = new Span(Words.of(stage));
            name.addClassName("card-title");
            var share = new Span(Words.of("percent", funnel.percent(stage)));
            share.addClassName("quiet");
            var bar = new ProgressBar(0, 100, funnel.percent(stage));
            bar.getElement().setAttribute("aria-hidden", "true");
            var step = new Div(name, count, share, bar);
            step.addClassName("card");
            steps.add(step);
        }
        return steps;
    }

    /** A table of its own: few lines, all of them read out. Where it is narrow each line stands by itself. */
    private static NativeTable table() {
        var table = new NativeTable();
        table.addClassName("funnel-table");
        table.setCaptionText(Words.of("funnel.table"));
        as("table", table); // what is laid out otherwise is no table to everybody unless it says so
        return table;
    }

    private NativeTable table(Funnel funnel) {
        var table = table();
        var head = as("row", table.getHead().addRow());
        as("columnheader", head.addHeaderCell()).setText(Words.of("governments.region"));
        for (var stage : Stage.values()) {
            as("columnheader", head.addHeaderCell()).setText(name(stage));
        }
        for (var line : funnel.regions()) {
            var row = as("row", table.getBody().addRow());
            var name = as("rowheader", row.addHeaderCell());
            name.setText(line.name());
            name.getElement().setAttribute("scope", "row");
            cells(row, line.region(), line.reached());
        }
        return table;
    }

    private static String name(Stage stage) {
        return Words.of("funnel.column." + stage.name());
    }

    private static <C extends Component> C as(String role, C part) {
        part.getElement().setAttribute("role", role);
        return part;
    }

    private void cells(NativeTableRow row, String region, Map<Stage, Integer> reached) {
        int listed = reached.getOrDefault(Stage.LISTED, 0);
        for (var stage : Stage.values()) {
            int count = reached.getOrDefault(stage, 0);
            var cell = as("cell", row.addDataCell());
            cell.getElement().setAttribute("data-stage", name(stage));
            cell.add(count == 0 ? new Span("–") : new Anchor(link(region, stage), Words.number(count)));
            if (stage != Stage.LISTED) { // its place is kept, so that numbers stand below each other
                var share = new Span(count == 0 ? "" : Words.of("percent", 100.0 * count / Math.max(1, listed)));
                share.addClassName("quiet");
                cell.add(new Text(" "), share); // read and copied apart
            }
        }
    }

    /** The governments that a number counts. */
    private String link(String region, Stage stage) {
        var asked = new StringBuilder("nacional?etapa=").append(stage == Stage.LISTED ? "" : stage.name());
        if (!region.isEmpty()) {
            asked.append("&region=").append(region);
        }
        if (fictional.getValue()) {
            asked.append("&%s=%s".formatted(WORLD, INVENTED));
        }
        return asked.toString();
    }
}
