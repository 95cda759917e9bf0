package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Autosave;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Dated;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.frame.SharedDraft;
import org.cabildo.admin.frame.SharedDraft.Seen;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.file.StoredFiles;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.Foundations;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.published.ApprovalAct;
import org.cabildo.plan.published.ApprovalAct.ActKind;
import org.cabildo.plan.published.Endorsement;
import org.cabildo.plan.published.Foundation;
import org.cabildo.plan.published.MonitoringBody;
import org.cabildo.plan.published.MonitoringBody.BodyKind;
import org.jspecify.annotations.Nullable;

/** What a plan stands on: vision, approval act, monitoring body, endorsements. */
class FoundationPanel extends Div {

    private final transient Foundations foundations;
    private final transient StoredFiles files;
    private final transient Here here;
    private final transient Clock clock;
    private final transient PlanId plan;
    private final transient Foundations.Drafted drafted;
    private final transient Runnable then;
    private final boolean editor;

    /** @param then after something was saved */
    FoundationPanel(
            Foundations foundations,
            StoredFiles files,
            Here here,
            Clock clock,
            PlanId plan,
            boolean editor,
            Runnable then) {
        this.foundations = foundations;
        this.files = files;
        this.here = here;
        this.clock = clock;
        this.plan = plan;
        this.then = then;
        this.editor = editor;
        drafted = foundations.of(plan);
        addClassName("panel");
        add(new H2(Words.of("foundation.title")), act(), body(), endorsements(), vision());
    }

    /** What asks for the part that a gap of this code speaks of; nothing if it is written elsewhere, or by others. */
    Optional<Runnable> way(String code) {
        if (!editor) {
            return Optional.empty();
        }
        return switch (code) {
            case "plan.body.missing", "plan.body.independence.missing" -> Optional.of(this::askBody);
            case "plan.vision.missing" -> Optional.of(this::askVision);
            case "plan.endorsement.missing" -> Optional.of(this::askEndorsement);
            case "plan.act.missing" -> Optional.of(this::askAct);
            default -> Optional.empty();
        };
    }

    private Foundation said() {
        return drafted.said();
    }

    private Component act() {
        var act = said().act();
        var facts = facts();
        if (act != null) {
            fact(facts, "act.number", Words.of(act.kind()) + " " + act.number());
            fact(facts, "act.day", Words.of(act.day()));
            if (act.document() != null) {
                facts.add(
                        new DescriptionList.Term(Words.of("document.place")),
                        new DescriptionList.Description(StepsPanel.link(here, act.document())));
            }
        }
        return part(
                "act.title",
                act == null ? "change" : "again",
                act == null ? new Quiet(Words.of("act.none")) : facts,
                this::askAct);
    }

    private Component body() {
        var body = said().body();
        var facts = facts();
        if (body != null) {
            fact(facts, "body.name", body.name() + " · " + Words.of(body.kind()));
            fact(facts, "body.independence", body.independence());
            fact(facts, "body.contact", body.contact());
        }
        return part(
                "body.title",
                body == null ? "change" : "again",
                body == null ? new Quiet(Words.of("body.none")) : facts,
                this::askBody);
    }

    private Component endorsements() {
        var list = new UnorderedList();
        for (var endorsement : said().endorsements()) {
            var line = new ListItem(new Dated(endorsement.actor() + " · " + Words.of(endorsement.sector())
                    + (endorsement.day() == null ? "" : " · " + Words.of(endorsement.day()))));
            if (endorsement.document() != null) {
                line.add(new Span(" · "), StepsPanel.link(here, endorsement.document()));
            }
            if (editor) {
                var remove = new Button(Words.of("endorsement.remove"), _ -> remove(endorsement));
                remove.setAriaLabel(Words.of("endorsement.remove.of", endorsement.actor()));
                remove.addThemeVariants(ButtonVariant.TERTIARY);
                line.add(remove);
            }
            list.add(line);
        }
        return part(
                "endorsement.title",
                "change",
                said().endorsements().isEmpty() ? new Quiet(Words.of("endorsement.none")) : list,
                this::askEndorsement);
    }

    private Component vision() {
        var facts = facts();
        said().vision()
                .forEach((part, text) -> facts.add(
                        new DescriptionList.Term(Words.of(part)), new DescriptionList.Description(prose(text))));
        return part(
                "vision.title",
                said().vision().isEmpty() ? "change" : "again",
                said().vision().isEmpty() ? new Quiet(Words.of("vision.none")) : facts,
                this::askVision);
    }

    /** @param how what the button says: {@code change}, or {@code again} where something is said already */
    private Component part(String title, String how, Component content, Runnable ask) {
        var head = new Div(new H3(Words.of(title)));
        head.addClassName("panel-head");
        if (editor) {
            var change = new Button(Words.of(title + "." + how), _ -> ask.run());
            head.add(change);
        }
        return new Div(head, content);
    }

    private void askAct() {
        var act = said().act();
        var kind = Fields.choice(
                Words.of("act.kind"), List.of(ActKind.values()), act == null ? ActKind.DECREE : act.kind());
        var number = Fields.line(Words.of("act.number"), act == null ? "" : act.number(), ApprovalAct.LONGEST);
        number.setRequiredIndicatorVisible(true);
        var day = Fields.day(Words.of("act.day"), act == null ? null : act.day());
        day.setRequiredIndicatorVisible(true);
        var document = new DocumentFields(files, here, false, act == null ? null : act.document());
        Supplier<ApprovalAct> typed = () -> {
            var given = day.day();
            if (given == null) {
                throw new Refused("plan.act.day", "Give the date of the act.");
            }
            return new ApprovalAct(kind.getValue(), number.getValue(), given, document.said());
        };
        Sheet.titled(Words.of("act.title"))
                .with(kind, number, day)
                .wide(document.all())
                .taking(
                        Words.of("save"),
                        () -> document.at(Attempt.to(() -> keep(said().approvedBy(typed.get()))))
                                .needing(number, day)
                                .at(number, "plan.act.number")
                                .at(day, "plan.act.day"),
                        then)
                .open();
    }

    private void askBody() {
        var body = said().body();
        var name = Fields.line(Words.of("body.name"), body == null ? "" : body.name(), 250);
        name.setRequiredIndicatorVisible(true);
        var kind = Fields.choice(
                Words.of("body.kind"), List.of(BodyKind.values()), body == null ? BodyKind.UNIVERSITY : body.kind());
        var independence = Fields.text(
                Words.of("body.independence"),
                Words.of("body.independence.hint", MonitoringBody.LONGEST),
                body == null ? "" : body.independence(),
                MonitoringBody.LONGEST);
        var contact = Fields.line(Words.of("body.contact"), body == null ? "" : body.contact(), 300);
        contact.setHelperText(Words.of("body.contact.hint"));
        Sheet.titled(Words.of("body.title"))
                .with(name, kind)
                .wide(independence, contact)
                .taking(
                        Words.of("save"),
                        () -> Attempt.to(() -> keep(said().monitoredBy(new MonitoringBody(
                                        name.getValue(),
                                        kind.getValue(),
                                        independence.getValue(),
                                        contact.getValue()))))
                                .needing(name)
                                .at(name, "plan.body.name")
                                .at(independence, "plan.body.independence")
                                .at(contact, "plan.body.contact"),
                        then)
                .open();
    }

    private void askEndorsement() {
        var actor = Fields.line(Words.of("endorsement.actor"), "", 250);
        actor.setRequiredIndicatorVisible(true);
        var sector = Fields.choice(
                Words.of("endorsement.sector"), List.of(Endorsement.Sector.values()), Endorsement.Sector.CIVIL_SOCIETY);
        var day = Fields.day(Words.of("endorsement.day"), null);
        var document = new DocumentFields(files, here, false, null);
        Sheet.titled(Words.of("endorsement.title.change"))
                .wide(actor)
                .with(sector, day)
                .wide(document.all())
                .taking(
                        Words.of("save"),
                        () -> document.at(Attempt.to(() -> keep(said().endorsedBy(with(new Endorsement(
                                        actor.getValue(), sector.getValue(), day.day(), document.said()))))))
                                .needing(actor)
                                .at(day)
                                .at(actor, "plan.endorsement.actor"),
                        then)
                .open();
    }

    private List<Endorsement> with(Endorsement another) {
        var all = new ArrayList<>(said().endorsements());
        all.add(another);
        return all;
    }

    private void remove(Endorsement gone) {
        Confirm.losing(
                Words.of("endorsement.remove.ask", gone.actor()),
                Words.of("endorsement.remove.text"),
                Words.of("endorsement.remove"),
                () -> {
                    keep(said().endorsedBy(said().endorsements().stream()
                            .filter(one -> !one.equals(gone))
                            .toList()));
                    then.run();
                });
    }

    private void askVision() {
        var form = new VisionForm(said());
        var draft = new SharedDraft<>(
                form,
                new Seen<>(said(), drafted.version()),
                () -> {
                    var now = foundations.of(plan);
                    return new Seen<>(now.said(), now.version());
                },
                (said, version) -> foundations.change(plan, version, said));
        Sheet.titled(Words.of("vision.title"))
                .wide(form.all())
                .keeping(draft, new Autosave(draft::keep, clock, here.zone()))
                .taking(Words.of("save"), () -> Attempt.to(draft::keep), then)
                .open();
    }

    private void keep(Foundation said) {
        foundations.change(plan, drafted.version(), said);
    }

    private static DescriptionList facts() {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        return facts;
    }

    private static void fact(DescriptionList facts, String name, @Nullable String said) {
        if (said != null && !said.isBlank()) {
            facts.add(new DescriptionList.Term(Words.of(name)), new DescriptionList.Description(prose(said)));
        }
    }

    private static Span prose(String text) {
        var prose = new Span(Objects.requireNonNull(text));
        prose.addClassName("prose");
        return prose;
    }
}
