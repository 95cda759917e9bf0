package org.cabildo.admin.frame;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cabildo.admin.words.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * A drawing of figures, with the same in one sentence and as a table. Drawn by Apache ECharts, which is served as a file
 * of this application; colours are names of the style sheet, so that they follow the light.
 */
@Tag("figure")
public class Chart extends HtmlContainer {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SCRIPT = "context://charts/chart.js";
    private final Element drawing = new Element("cabildo-chart");
    private final List<List<String>> table;
    private final Div tablePlace = new Div();

    /**
     * A drawing.
     *
     * @param title what it shows
     * @param sentence what there is to be seen, for those who do not see it and for all others
     * @param table the figures; the first row names the columns
     * @param file name of the file it is taken along as, without ending
     * @param option what ECharts draws, colours as {@code var(--chart-…)}; empty where there is nothing to be drawn yet
     */
    @SuppressWarnings("this-escape") // components are put together in constructors; nobody keeps the unfinished chart
    public Chart(String title, String sentence, List<List<String>> table, String file, Map<String, Object> option) {
        this.table = List.copyOf(table);
        addClassName("chart");
        drawing.setAttribute("role", "img");
        drawing.setAttribute("aria-label", title + ". " + sentence);
        drawing.setProperty("option", JSON.writeValueAsString(option));
        add(new H3(title), new Paragraph(sentence));
        if (option.isEmpty()) {
            return;
        }
        getElement().appendChild(drawing);
        tablePlace.addClassName("chart-scroll");
        tablePlace.getElement().setAttribute("tabindex", "0");
        tablePlace.getElement().setAttribute("role", "region");
        tablePlace.getElement().setAttribute("aria-label", title);
        var details = new NativeDetails(Words.of("chart.table"), tablePlace);
        details.addToggleListener(event -> {
            if (event.isOpened()) {
                showTable();
            }
        });
        var acts = new Div(act("PNG", "png", file, title), act("SVG", "svg", file, title));
        acts.addClassName("chart-acts");
        add(acts, details);
    }

    /** Loads what draws it when it is first shown. */
    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().getPage().addJavaScript(SCRIPT);
    }

    /** The figures as rows; filled in when somebody asks for them, since a nation has many. */
    public void showTable() {
        if (tablePlace.getElement().getChildCount() > 0) {
            return;
        }
        var rows = new Element("table");
        rows.setAttribute("class", "chart-table");
        for (var row : table) {
            var line = new Element("tr");
            for (var cell : row) {
                boolean first = rows.getChildCount() == 0;
                var place = new Element(first ? "th" : "td");
                if (first) {
                    place.setAttribute("scope", "col");
                }
                place.setText(cell);
                line.appendChild(place);
            }
            rows.appendChild(line);
        }
        tablePlace.getElement().appendChild(rows);
    }

    /** The figures that are drawn; the first row names the columns. */
    public List<List<String>> table() {
        return table;
    }

    /** What the charting script is told besides: how numbers are said. */
    public static Map<String, Object> manner(String suffix) {
        var manner = new HashMap<String, Object>();
        manner.put("locale", Words.language().toLanguageTag());
        manner.put("suffix", suffix);
        return manner;
    }

    private Button act(String label, String kind, String file, String title) {
        var button = new Button(label, VaadinIcon.DOWNLOAD.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(Words.of("chart.download", title, kind.toUpperCase(Locale.ROOT)));
        button.addClickListener(_ -> drawing.callJsFunction("save", kind, file));
        return button;
    }
}
