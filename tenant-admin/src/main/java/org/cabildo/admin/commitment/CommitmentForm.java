package org.cabildo.admin.commitment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.DayField;
import org.cabildo.admin.frame.Differences;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Suggestions;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.Completeness;
import org.cabildo.commitment.Relevance;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.Details;
import org.cabildo.consortium.published.Membership.Member;
import org.cabildo.kernel.Period;
import org.cabildo.pillar.Pillars;
import org.jspecify.annotations.Nullable;

/** The fields of a commitment. A value counts once it is explained. */
class CommitmentForm extends Div {

    private static final List<String> VALUES = List.of("ATI", "CP", "PA", "TEC");

    /** The page's list of who answers for things. */
    static final String RESPONSIBLES = "responsibles";

    final TextField title;
    final TextArea problem;
    final TextArea description;
    final TextArea actors;
    final TextField responsible;
    final DayField start;
    final DayField end;
    final Map<String, TextArea> values = new LinkedHashMap<>();
    final CheckboxGroup<UUID> chosen = new CheckboxGroup<>(Words.of("commitment.pillars"));
    final Select<CommitmentDraft.Lead> lead = new Select<>();
    final DetailFields details;
    private final Map<UUID, String> pillarNames = new LinkedHashMap<>();
    private final H3 valuesTitle = new H3(Words.of("commitment.values"));
    private final Paragraph marked = new Paragraph(Words.of("commitment.marked"));
    private final Paragraph valuesHint;
    private final List<CommitmentDraft.Lead> leads = new ArrayList<>();
    private final @Nullable Period planned;
    private String asShown;
    private @Nullable Period taken; // the days that are saved

    CommitmentForm(
            @Nullable CommitmentDraft said,
            @Nullable Period planned,
            LocalDate today,
            List<Pillars.Line> pillars,
            List<Member> members,
            List<String> responsibles,
            DetailFields.Choices choices) {
        addClassNames("form", "thirds");
        valuesHint = new Paragraph(choices.word("commitment.values.hint"));
        marked.addClassName("screen-only");
        valuesHint.addClassName("screen-only");
        title = Fields.line(
                Words.of("commitment.title"), said == null ? "" : said.title(), CommitmentDraft.LONGEST_LINE);
        title.setRequiredIndicatorVisible(true);
        problem = Fields.text(
                Words.of("commitment.problem"),
                Words.of("commitment.problem.hint"),
                said == null ? "" : said.problem());
        description = Fields.text(
                Words.of("commitment.description"),
                Words.of("commitment.description.hint"),
                said == null ? "" : said.description());
        actors = Fields.text(
                Words.of("commitment.actors"), Words.of("commitment.actors.hint"), said == null ? "" : said.actors());
        responsible = Fields.line(
                Words.of("commitment.responsible"),
                said == null ? "" : said.responsible(),
                CommitmentDraft.LONGEST_LINE);
        responsible.setHelperText(Words.of("commitment.responsible.hint"));
        Suggestions.in(responsible, RESPONSIBLES);
        var period = said == null ? offered(planned, today) : said.period();
        taken = said == null ? null : said.period();
        start = Fields.day(Words.of("plan.start"), period == null ? null : period.start());
        end = Fields.day(Words.of("plan.end"), period == null ? null : period.end());
        this.planned = planned;
        if (planned != null) {
            start.setHelperText(Words.of("commitment.planned", planned.start(), planned.end()));
            var sentence = Words.of("commitment.within", planned.start(), planned.end());
            start.liesWithin(planned, sentence);
            end.liesWithin(planned, sentence);
        }
        end.endsWhatBegins(start);
        for (HasValue<?, ?> needed : List.<HasValue<?, ?>>of(problem, description, responsible, start, end)) {
            needed.setRequiredIndicatorVisible(true); // to propose the plan, not to save
        }
        whole(marked, title, problem, description);
        add(responsible, new Suggestions(RESPONSIBLES, responsibles));
        leads(said, members);
        responsible.addClassName("half");
        lead.addClassName("half");
        start.addClassName("first"); // both days in one row
        add(start, end);
        values(said);
        whole(actors);
        pillars(said, pillars);
        chosen.setHelperText(choices.word("commitment.pillars.hint"));
        details = new DetailFields(said == null ? Details.NONE : said.details(), choices);
        add(details);
        asShown = typed();
    }

    /** What is left of the plan's days, which is what most commitments take. */
    private static @Nullable Period offered(@Nullable Period planned, LocalDate today) {
        return planned == null || !planned.contains(today) ? planned : new Period(today, planned.end());
    }

    private void whole(Component... fields) {
        for (var field : fields) {
            field.getElement().getClassList().add("whole");
            add(field);
        }
    }

    private void leads(@Nullable CommitmentDraft said, List<Member> members) {
        lead.setLabel(Words.of("commitment.lead"));
        members.stream()
                .map(member -> new CommitmentDraft.Lead(member.id().value(), member.name()))
                .forEach(leads::add);
        var led = said == null ? null : said.lead();
        if (led != null && !leads.contains(led)) {
            leads.add(led);
        }
        lead.setItems(leads);
        lead.setEmptySelectionAllowed(true);
        lead.setEmptySelectionCaption(Words.of("commitment.lead.none"));
        lead.setItemLabelGenerator(one -> one == null ? Words.of("commitment.lead.none") : one.name());
        lead.setValue(led);
        if (!leads.isEmpty()) {
            add(lead);
        }
    }

    private void values(@Nullable CommitmentDraft said) {
        whole(Fields.needed(valuesTitle), valuesHint);
        for (var value : VALUES) {
            var explained = said == null
                    ? ""
                    : said.relevance().stream()
                            .filter(one -> one.value().equals(value))
                            .map(Relevance::explanation)
                            .findFirst()
                            .orElse("");
            var field = Fields.text(Words.of("ogp." + value), Words.of("ogp." + value + ".hint"), explained);
            field.setMinRows(2);
            field.addClassName("half");
            values.put(value, field);
            add(field);
        }
    }

    private void pillars(@Nullable CommitmentDraft said, List<Pillars.Line> pillars) {
        var stands = said == null ? Set.<UUID>of() : Set.copyOf(said.pillars());
        pillars.stream()
                .filter(line -> !line.retired() || stands.contains(line.id().value()))
                .forEach(line -> pillarNames.put(line.id().value(), line.said().name()));
        stands.forEach(id -> pillarNames.putIfAbsent(id, Words.of("commitment.pillar.before")));
        chosen.setItems(pillarNames.keySet());
        chosen.setItemLabelGenerator(id -> Objects.requireNonNullElse(pillarNames.get(id), "–"));
        chosen.setValue(stands);
        whole(chosen);
    }

    /** Brings whoever writes to where a part is written. */
    void leadTo(Completeness.Item part) {
        Component field = switch (part) {
            case ACTORS -> actors;
            case PILLAR -> chosen;
            case STATUS_QUO -> details.open(Detail.STATUS_QUO);
            case CONTRIBUTION -> details.open(Detail.CONTRIBUTION);
            case RESULTS -> details.open(Detail.RESULTS);
            case CONTACT -> details.open(Detail.CONTACT);
            case POLICY_AREA -> details.open(Detail.PRIMARY_AREA);
            case BUDGET -> details.open(Detail.BUDGET);
            case PROBLEM -> problem;
            case DESCRIPTION -> description;
            case RESPONSIBLE -> responsible;
            case PERIOD -> start.isEmpty() ? start : end;
            case VALUE -> values.values().iterator().next();
            case MILESTONE -> title; // which is not written here
        };
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        } else {
            field.getElement().callJsFunction("focus");
        }
    }

    /** Brings whoever begins to where one begins. */
    void begin() {
        title.focus();
    }

    /**
     * What is typed.
     *
     * @throws org.cabildo.kernel.Refused if one day is missing, or they are the wrong way round
     */
    CommitmentDraft said() {
        return said(Fields.period(start, end));
    }

    /** What is typed, with the days that were saved last while these are not two, in their order. */
    CommitmentDraft saidSoFar() {
        return said(daysAreOpen() ? taken : Fields.period(start, end));
    }

    /** Whether only one day is given, one is none yet, or they are the wrong way round. */
    private boolean daysAreOpen() {
        return start.isHalfTyped()
                || end.isHalfTyped()
                || start.isEmpty() != end.isEmpty()
                || (!start.isEmpty() && end.getValue().isBefore(start.getValue()));
    }

    /** What cannot be saved yet though all else is, as a sentence. */
    Optional<String> open() {
        if (!daysAreOpen()) {
            return Optional.empty();
        }
        var none = Stream.of(start, end).filter(DayField::isHalfTyped).findFirst();
        if (none.isPresent()) {
            return none.map(DayField::lacking);
        }
        return Optional.of(Words.of(start.isEmpty() || end.isEmpty() ? "commitment.days.one" : "commitment.days.back"));
    }

    private CommitmentDraft said(@Nullable Period period) {
        var relevance = values.entrySet().stream()
                .filter(entry -> !entry.getValue().getValue().isBlank())
                .map(entry -> new Relevance(entry.getKey(), entry.getValue().getValue()))
                .toList();
        return new CommitmentDraft(
                title.getValue(),
                problem.getValue(),
                description.getValue(),
                actors.getValue(),
                responsible.getValue(),
                period,
                relevance,
                pillarNames.keySet().stream()
                        .filter(chosen.getValue()::contains)
                        .toList(),
                lead.getValue(),
                details.said());
    }

    Attempt placed(Attempt attempt) {
        var early = planned != null && !start.isEmpty() && start.getValue().isBefore(planned.start());
        return attempt.at(title, "commitment.title")
                .at(start, "period.start")
                .at(end, "period.end", "period.backwards")
                .at(early ? start : end, "commitment.period.plan");
    }

    /** For whoever may not change it: without what only helps to write. */
    void setReadOnly(boolean only) {
        getChildren().filter(HasValue.class::isInstance).forEach(field -> {
            ((HasValue<?, ?>) field).setReadOnly(only);
            if (only) {
                ((HasValue<?, ?>) field).setRequiredIndicatorVisible(false);
            }
            if (only && field instanceof HasHelper helped) {
                helped.setHelperText(null);
            }
            if (only) {
                field.setVisible(!((HasValue<?, ?>) field).isEmpty());
            }
        });
        marked.setVisible(!only);
        valuesHint.setVisible(!only);
        if (only) {
            valuesTitle.setText(Words.of("commitment.values"));
        }
        if (only) {
            var chosenOnes = chosen.getValue();
            chosen.setItems(chosenOnes);
            chosen.setValue(chosenOnes);
        }
        details.setReadOnly(only);
    }

    /** Whether something was typed since it was shown or saved. */
    boolean isChanged() {
        return !typed().equals(asShown) || daysAreOpen();
    }

    /** What is typed was taken; days that cannot be saved yet stay as they are typed. */
    void taken() {
        asShown = typed();
        if (!daysAreOpen()) {
            taken = Fields.period(start, end);
        }
    }

    private String typed() {
        return getChildren()
                        .filter(HasValue.class::isInstance)
                        .map(field -> String.valueOf(((HasValue<?, ?>) field).getValue()))
                        .collect(Collectors.joining("\u0000"))
                + "\u0000"
                + details.typed();
    }

    /** What is saved, where it differs from what is typed here. */
    Differences differences(CommitmentDraft theirs) {
        var list = new Differences();
        in(list, title, theirs.title());
        in(list, problem, theirs.problem());
        in(list, description, theirs.description());
        in(list, actors, theirs.actors());
        in(list, responsible, theirs.responsible());
        var period = theirs.period();
        list.in(
                Words.of("commitment.dates"),
                Words.of(start.getValue()) + " – " + Words.of(end.getValue()),
                period == null ? "– – –" : Words.of(period),
                () -> {
                    start.setValue(period == null ? null : period.start());
                    end.setValue(period == null ? null : period.end());
                });
        list.in(lead.getLabel(), named(lead.getValue()), named(theirs.lead()), () -> offered(theirs.lead()));
        values.forEach((value, field) -> in(
                list,
                field,
                theirs.relevance().stream()
                        .filter(one -> one.value().equals(value))
                        .map(Relevance::explanation)
                        .findFirst()
                        .orElse("")));
        list.in(Words.of("commitment.pillars"), pillars(chosen.getValue()), pillars(theirs.pillars()), () -> {
            theirs.pillars().forEach(id -> pillarNames.putIfAbsent(id, Words.of("commitment.pillar.before")));
            chosen.setItems(pillarNames.keySet());
            chosen.setValue(Set.copyOf(theirs.pillars()));
        });
        details.differences(theirs.details(), list);
        return list;
    }

    private static <F extends TextFieldBase<F, String>> void in(Differences list, F field, String theirs) {
        list.in(field.getLabel(), field.getValue(), theirs, () -> field.setValue(theirs));
    }

    private void offered(CommitmentDraft.@Nullable Lead led) {
        if (led != null && !leads.contains(led)) {
            leads.add(led);
            lead.setItems(leads);
        }
        lead.setValue(led);
    }

    private static String named(CommitmentDraft.@Nullable Lead one) {
        return one == null ? "" : one.name();
    }

    private String pillars(Collection<UUID> ids) {
        return ids.stream()
                .map(id -> pillarNames.getOrDefault(id, Words.of("commitment.pillar.before")))
                .sorted()
                .collect(Collectors.joining("; "));
    }
}
