package org.cabildo.admin.consortium;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.benchmarking.FigureDays;
import org.cabildo.consortium.Consortia;
import org.cabildo.consortium.MemberLine;
import org.cabildo.consortium.MemberStep;
import org.cabildo.consortium.published.DecisionRule;
import org.cabildo.consortium.published.MemberRight;
import org.cabildo.consortium.published.MemberState;
import org.cabildo.kernel.Refused;
import org.cabildo.tenancy.Tenant;

/** One consortium as the national coordination keeps it: who stands how to it, and by which rule it decides. */
final class ConsortiumCard extends Div {

    private final transient Consortia consortia;
    private final transient Tenant consortium;
    private final transient List<Tenant> others;

    /**
     * @param rule as it is now
     * @param candidates tenants that could be asked to join
     */
    ConsortiumCard(
            Consortia consortia, Tenant consortium, DecisionRule rule, List<Tenant> candidates, Portals portals) {
        this.consortia = consortia;
        this.consortium = consortium;
        var lines = consortia.members(consortium.id());
        others = candidates.stream()
                .filter(tenant -> tenant.synthetic() == consortium.synthetic())
                .filter(tenant -> lines.stream()
                        .noneMatch(line ->
                                line.other().equals(tenant.id()) && !MemberStep.INVITE.isPossibleFrom(line.state())))
                .toList();
        addClassName("panel");
        var head = new Div(new H2(consortium.name()));
        head.addClassName("standing-head");
        if (consortium.synthetic()) {
            head.add(Badge.synthetic());
        }
        var ask = new Button(Words.of("consortia.invite"), _ -> askToInvite());
        ask.setAriaLabel(Words.of("consortia.invite.of", consortium.name()));
        ask.setEnabled(!others.isEmpty());
        var decide = new Button(Words.of("consortia.rule"), _ -> askRule(rule));
        decide.setAriaLabel(Words.of("consortia.rule.of", consortium.name()));
        var since = new Button(Words.of("consortia.date"), _ -> askSince(lines));
        since.setAriaLabel(Words.of("consortia.date.name", consortium.name()));
        since.setVisible(lines.stream().anyMatch(ConsortiumCard::belongs));
        var buttons = new Div(ask, decide, since);
        buttons.addClassName("actions");
        add(
                head,
                portals.link(consortium.slug(), consortium.name()),
                new Paragraph(Words.of("membership.rule", Words.of(rule))),
                Standing.members(lines, FigureDays.CAPITAL, this::acts),
                buttons);
    }

    private static boolean belongs(MemberLine line) {
        return line.state() == MemberState.MEMBER || line.state() == MemberState.SUSPENDED;
    }

    private List<Button> acts(MemberLine line) {
        var acts = new ArrayList<Button>();
        if (MemberStep.UNINVITE.isPossibleFrom(line.state())) {
            acts.add(Standing.act(
                    "consortia.uninvite",
                    line,
                    () -> Confirm.losing(
                            Words.of("consortia.uninvite.ask", line.name()),
                            Words.of("consortia.uninvite.text"),
                            Words.of("consortia.uninvite"),
                            () -> done(() -> consortia.uninvite(consortium.id(), line.other())))));
        }
        if (MemberStep.SUSPEND.isPossibleFrom(line.state())) {
            acts.add(Standing.act("consortia.suspend", line, () -> askToSuspend(line)));
        }
        if (MemberStep.REINSTATE.isPossibleFrom(line.state())) {
            acts.add(Standing.act(
                    "consortia.reinstate",
                    line,
                    () -> Confirm.before(
                            Words.of("consortia.reinstate.ask", line.name()),
                            Words.of("consortia.reinstate.text"),
                            Words.of("consortia.reinstate"),
                            () -> done(() -> consortia.reinstate(consortium.id(), line.other())))));
        }
        if (MemberStep.INVITE.isPossibleFrom(line.state())) {
            acts.add(Standing.act(
                    "consortia.again",
                    line,
                    () -> Attempt.to(() -> done(() -> consortia.invite(consortium.id(), line.other(), line.right())))
                            .succeeds()));
        } else {
            acts.add(Standing.act("consortia.right", line, () -> askRight(line)));
        }
        return acts;
    }

    private void askToInvite() {
        var member = new ComboBox<Tenant>(Words.of("consortia.member"));
        member.setItems(others);
        member.setItemLabelGenerator(Tenant::name);
        member.setRequiredIndicatorVisible(true);
        var right = rights(MemberRight.DECIDES);
        ask(
                Sheet.titled(Words.of("consortia.invite.of", consortium.name())).wide(member, right),
                "consortia.invite",
                Attempt.to(() -> {
                            var chosen = member.getValue();
                            if (chosen == null) {
                                throw new Refused("consortium.member.none", "Choose who is asked to join.");
                            }
                            consortia.invite(consortium.id(), chosen.id(), right.getValue());
                        })
                        .at(member, "consortium.member"));
    }

    private void askRight(MemberLine line) {
        var right = rights(line.right());
        ask(
                Sheet.titled(Words.of("consortia.right.of", line.name())).wide(right),
                "save",
                Attempt.to(() -> consortia.grant(consortium.id(), line.other(), right.getValue())));
    }

    private static Select<MemberRight> rights(MemberRight now) {
        var right = Fields.choice(Words.of("consortia.right"), Arrays.asList(MemberRight.values()), now);
        right.setHelperText(Words.of("consortia.right.hint"));
        return right;
    }

    private void askToSuspend(MemberLine line) {
        var why = Fields.within(1_000, new TextArea(Words.of("consortia.reason")));
        why.setRequiredIndicatorVisible(true);
        why.setHelperText(Words.of("consortia.suspend.hint"));
        ask(
                Sheet.titled(Words.of("consortia.suspend.of", line.name()))
                        .wide(new Paragraph(Words.of("consortia.suspend.text")), why)
                        .losing(),
                "consortia.suspend",
                Attempt.to(() -> consortia.suspend(consortium.id(), line.other(), why.getValue()))
                        .at(why, "consortium.reason"));
    }

    private void askRule(DecisionRule now) {
        var rule = Fields.choice(Words.of("consortia.rule"), Arrays.asList(DecisionRule.values()), now);
        rule.setHelperText(Words.of("consortia.rule.hint"));
        var source = required(Fields.line(Words.of("consortia.rule.source"), "", 400));
        source.setHelperText(Words.of("consortia.rule.source.hint"));
        ask(
                Sheet.titled(Words.of("consortia.rule.of", consortium.name())).wide(rule, source),
                "save",
                Attempt.to(() -> consortia.rule(consortium.id(), rule.getValue(), source.getValue()))
                        .at(source, "consortium.rule.source", "consortium.source"));
    }

    private void askSince(List<MemberLine> lines) {
        var known = lines.stream()
                .filter(ConsortiumCard::belongs)
                .filter(line -> line.source() != null)
                .findFirst();
        var joined = required(Fields.day(
                Words.of("consortia.joined"), known.map(MemberLine::joined).orElse(null)));
        joined.setHelperText(Words.of("consortia.joined.hint"));
        var source = required(Fields.line(
                Words.of("consortia.source"), known.map(MemberLine::source).orElse(""), 400));
        source.setHelperText(Words.of("consortia.source.hint"));
        ask(
                Sheet.titled(Words.of("consortia.date.of", consortium.name())).wide(joined, source),
                "save",
                Attempt.to(() -> consortia.date(consortium.id(), joined.getValue(), source.getValue()))
                        .at(joined, "consortium.joined")
                        .at(source, "consortium.source"));
    }

    private static <F extends Component & HasValue<?, ?>> F required(F field) {
        field.setRequiredIndicatorVisible(true);
        return field;
    }

    private static void ask(Sheet sheet, String label, Attempt attempt) {
        sheet.taking(Words.of(label), () -> attempt, ConsortiumCard::refresh).open();
    }

    private static void done(Runnable work) {
        work.run();
        refresh();
    }

    private static void refresh() {
        UI.getCurrent().refreshCurrentRoute(false);
    }
}
