package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadEvent;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cabildo.admin.file.Receipt;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Narrow;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.Commitments;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.planfile.Column;
import org.cabildo.planfile.PlanField;
import org.cabildo.planfile.PlanFiles;
import org.cabildo.planfile.PlanReading;
import org.jspecify.annotations.Nullable;

/** Takes a plan out as a file, and shows what a file would add to it before anything is added. */
@Route(value = "t/:tenant/planes/:plan/planilla", layout = OfficeLayout.class)
@PermitAll
class PlanFileView extends Page implements BeforeEnterObserver {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int FEW = 12;

    /** Refusals that name all columns, and what is said in their stead. */
    private static final Map<String, String> LONG =
            Map.of("planfile.title.unknown", "planfile.wrong.title", "planfile.sheet.other", "planfile.wrong.sheet");

    private final transient Plans plans;
    private final transient PlanFiles files;
    private final transient Here here;
    final Upload upload = new Upload(this::take);
    final Div result = new Div();
    private final Div way = new Div();
    private final Div content = new Div();
    final Div refusal = new Div();
    private @Nullable PlanId id;
    private String slug = "";

    PlanFileView(Plans plans, PlanFiles files, Here here) {
        super("");
        this.plans = plans;
        this.files = files;
        this.here = here;
        under(way);
        lead(Words.of("planfile.lead"));
        content.addClassNames("stack", "wide");
        result.addClassNames("stack", "wide");
        refusal.getElement().setAttribute("role", "alert");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var text = event.getRouteParameters().get("plan").orElse("");
        try {
            id = new PlanId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new Unknown("plan", text);
        }
        var plan = plans.require(id());
        slug = plan.slug();
        title(Words.of("planfile.of", plan.said().title()));
        way.removeAll();
        way.add(new Anchor(
                here.path("planes/" + id()),
                Words.of("planfile.back", plan.said().title())));
        content.removeAll();
        content.add(out());
        if (Officer.current().may(Role.EDITOR)) {
            content.add(in(), result);
        }
    }

    private PlanId id() {
        return Objects.requireNonNull(id);
    }

    private Component out() {
        var links = new Div(
                download("planfile.xlsx", "plan-" + slug + ".xlsx", XLSX, () -> workbook(false)),
                download("planfile.csv", "plan-" + slug + ".csv", "text/csv", () -> files.table(id())));
        links.addClassName("actions");
        return panel(new H2(Words.of("planfile.out")), new Paragraph(Words.of("planfile.out.text")), links);
    }

    private Component in() {
        upload.setMaxFiles(1);
        upload.setMaxFileSize(PlanFiles.MOST_BYTES);
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setAcceptedFileExtensions(".xlsx", ".csv", ".txt");
        upload.setUploadButton(new Button(Words.of("onboard.upload")));
        upload.setDropLabel(new Span(Words.of("onboard.drop")));
        upload.setI18n(Receipt.words());
        upload.addFileRejectedListener(rejected ->
                say(Words.of("planfile.rejected", rejected.getFileName(), Words.size(PlanFiles.MOST_BYTES))));
        upload.addAllFinishedListener(_ -> upload.clearFileList());
        refusal.setVisible(false);
        var template = new ListItem();
        template.add(
                new Span(Words.of("planfile.step.template") + " "),
                download("planfile.template", "plantilla-plan.xlsx", XLSX, () -> workbook(true)));
        return panel(
                new H2(Words.of("planfile.in")),
                new OrderedList(
                        template,
                        new ListItem(Words.of("planfile.step.fill")),
                        new ListItem(Words.of("planfile.step.upload"))),
                upload,
                refusal);
    }

    private static Div panel(Component... parts) {
        var panel = new Div(parts);
        panel.addClassName("panel");
        return panel;
    }

    private static Anchor download(String words, String name, String type, Supplier<byte[]> file) {
        var link = new Anchor(
                DownloadHandler.fromInputStream(_ -> {
                    var bytes = file.get();
                    return new DownloadResponse(new ByteArrayInputStream(bytes), name, type, bytes.length);
                }),
                Words.of(words));
        link.setDownload(true);
        return link;
    }

    private byte[] workbook(boolean empty) {
        var help = new ArrayList<List<String>>();
        help.add(List.of(Words.of("planfile.help.column"), Words.of("planfile.help.holds")));
        for (var column : Column.values()) {
            help.add(List.of(
                    column.title(),
                    column.detail()
                                    .map(detail -> Words.of("detail." + detail) + ". "
                                            + Words.of("detail." + detail + ".hint"))
                                    .orElseGet(() -> Words.of("planfile.column." + column.name()))
                            + (column.isRequired() ? " " + Words.of("planfile.help.required") : "")));
        }
        for (var field : PlanField.values()) {
            help.add(List.of(field.title(), explained(field)));
        }
        return files.workbook(id(), empty, Words.of("planfile.help"), help);
    }

    private static String explained(PlanField field) {
        return field.part().map(Words::of).orElseGet(() -> Words.of("planfile.field." + field));
    }

    /** What these are called where the plan is drafted; one stands for all that goes with it. */
    private static String named(List<PlanField> fields) {
        return fields.stream()
                .map(field -> field.part().map(Words::of).orElseGet(() -> Words.of(key(field))))
                .collect(Collectors.joining(", "));
    }

    private static String key(PlanField field) {
        return switch (field) {
            case TITLE -> "plan.title";
            case FRAMEWORK -> "plan.framework";
            case START -> "commitment.dates";
            case SUMMARY -> "plan.summary";
            case SOURCE -> "plan.source";
            case ACT_KIND -> "act.title";
            case BODY_NAME -> "body.title";
            default -> throw new IllegalStateException(field + " goes with another");
        };
    }

    final void take(UploadEvent event) {
        Receipt.of(
                event,
                content -> files.read(id(), content.readNBytes(PlanFiles.MOST_BYTES + 1)),
                this::show,
                this::refuse,
                this::say);
    }

    /** A file that is not of the template is told so first; what it might have said is folded. */
    void refuse(Refused refused) {
        var key = LONG.get(refused.code());
        if (key == null) {
            say(Words.of(refused));
            return;
        }
        say(Words.of(key, refused.arguments().getFirst()));
        refusal.add(
                download("planfile.wrong.template", "plantilla-plan.xlsx", XLSX, () -> workbook(true)),
                new Details(
                        Words.of("planfile.wrong.columns"),
                        new Paragraph(refused.arguments().getLast().toString())));
    }

    private void say(String sentence) {
        result.removeAll();
        refusal.removeAll();
        var why = new Paragraph(sentence);
        why.addClassName("bad");
        refusal.add(why);
        refusal.setVisible(true);
    }

    void show(PlanReading reading) {
        refusal.setVisible(false);
        result.removeAll();
        result.add(reading.isSound() ? sound(reading) : problems(reading.problems()));
    }

    private Component sound(PlanReading reading) {
        int count = reading.commitments().size();
        var panel = panel(
                new H2(Words.of("planfile.sound")),
                status(Words.of("planfile.sound.text", count, reading.milestones())));
        if (count > 0) {
            var list = new OrderedList();
            list.addClassName("plain-list");
            reading.commitments().forEach(one -> list.add(new ListItem(preview(one))));
            panel.add(list);
        }
        var completed = reading.completed();
        if (!completed.added().isEmpty()) {
            panel.add(new Paragraph(Words.of("planfile.completed", named(completed.added()))));
        }
        if (!completed.endorsers().isEmpty()) {
            panel.add(new Paragraph(Words.of("planfile.endorsers", String.join(", ", completed.endorsers()))));
        }
        if (!completed.kept().isEmpty()) {
            panel.add(new Paragraph(Words.of("planfile.kept", named(completed.kept()))));
        }
        panel.add(buttons(reading, count));
        return panel;
    }

    /** One commitment of the file: its title, and unfolded what it says and does when. */
    private static Details preview(Commitments.Whole one) {
        var said = one.said();
        var facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "commitment.problem", said.problem());
        fact(facts, "commitment.description", said.description());
        fact(facts, "commitment.responsible", said.responsible());
        fact(facts, "commitment.dates", said.period() == null ? "" : Words.of(said.period()));
        var steps = new OrderedList();
        one.milestones()
                .forEach(milestone -> steps.add(new ListItem(
                        Words.of("planfile.milestone", milestone.activity(), Words.of(milestone.period())))));
        var all = new Details(
                Words.of("planfile.commitment", said.title(), one.milestones().size()), facts, steps);
        all.setWidthFull();
        return all;
    }

    private static void fact(DescriptionList facts, String label, String text) {
        if (!text.isEmpty()) {
            facts.add(new DescriptionList.Term(Words.of(label)), new DescriptionList.Description(text));
        }
    }

    private Component buttons(PlanReading reading, int count) {
        var buttons = new Div();
        buttons.addClassName("actions");
        if (reading.isNews()) {
            var add = new Button(count == 0 ? Words.of("planfile.complete") : Words.of("planfile.add", count));
            add.addThemeVariants(ButtonVariant.PRIMARY);
            add.setDisableOnClick(true);
            add.addClickListener(_ -> {
                if (!Attempt.to(() -> files.take(id(), reading)).succeeds()) {
                    add.setEnabled(true);
                    return;
                }
                UI.getCurrent().navigate(here.path("planes/" + id()));
                Notes.done(
                        count == 0
                                ? Words.of("planfile.completed.done")
                                : Words.of("planfile.added", count, reading.milestones()));
            });
            buttons.add(add);
        }
        buttons.add(new Button(Words.of("planfile.other"), _ -> result.removeAll()));
        return buttons;
    }

    private static Component problems(List<PlanReading.Problem> problems) {
        var grid = new Grid<PlanReading.Problem>();
        grid.getElement().setAttribute("aria-label", Words.of("planfile.problems"));
        var cell = grid.addColumn(PlanFileView::cell)
                .setHeader(Words.of("planfile.cell"))
                .setFlexGrow(0);
        grid.addColumn(new ComponentRenderer<>(problem -> new Span(Words.of(problem.refusal()))))
                .setHeader(Words.of("planfile.mend"))
                .setFlexGrow(1);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(problems.size() <= FEW);
        grid.setItems(problems);
        Narrow.follow(grid, narrow -> cell.setWidth(narrow ? "6.5rem" : "11rem"));
        return panel(
                new H2(Words.of("planfile.problems")),
                status(Words.of("planfile.problems.text", problems.size())),
                grid);
    }

    private static String cell(PlanReading.Problem problem) {
        return problem.sheet().isEmpty() ? problem.cell() : problem.sheet() + ", " + problem.cell();
    }

    private static Paragraph status(String sentence) {
        var paragraph = new Paragraph(sentence);
        paragraph.getElement().setAttribute("role", "status");
        return paragraph;
    }
}
