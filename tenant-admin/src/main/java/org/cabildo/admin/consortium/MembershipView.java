package org.cabildo.admin.consortium;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.consortium.Joining;
import org.cabildo.consortium.MemberLine;
import org.cabildo.consortium.MemberStep;
import org.cabildo.consortium.published.Membership;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.tenancy.TenantKind;

/** In a consortium: who belongs and how they decide. In any other tenant: the consortia it was asked into. */
@Route(value = "t/:tenant/consorcios", layout = OfficeLayout.class)
@PermitAll
class MembershipView extends Page {

    private final transient Joining joining;
    private final transient Here here;
    private final Div lines = new Div();

    MembershipView(Joining joining, Membership membership, Here here) {
        super(Words.of(here.tenant().kind() == TenantKind.CONSORTIUM ? "nav.members" : "nav.consortia"));
        this.joining = joining;
        this.here = here;
        if (here.tenant().kind() == TenantKind.CONSORTIUM) {
            lead(Words.of(
                    "membership.rule", Words.of(membership.ruleOf(here.tenant().id()))));
            add(panel(Standing.members(joining.members(), here.zone(), _ -> List.of())));
        } else {
            lead(Words.of("membership.lead"));
            add(lines);
            show();
        }
    }

    private void show() {
        lines.removeAll();
        var all = joining.all();
        if (all.isEmpty()) {
            var none = new Div(new H2(Words.of("membership.none")), new Paragraph(Words.of("membership.none.text")));
            none.addClassName("empty");
            lines.add(none);
        } else {
            lines.add(panel(Standing.consortia(all, here.zone(), this::acts)));
        }
    }

    private static Div panel(Component list) {
        var panel = new Div(list);
        panel.addClassName("panel");
        return panel;
    }

    private List<Button> acts(MemberLine line) {
        var acts = new ArrayList<Button>();
        if (!Officer.current().may(Role.ADMINISTRATOR)) {
            return acts;
        }
        if (MemberStep.ACCEPT.isPossibleFrom(line.state())) {
            var accept = Standing.act("membership.accept", line, () -> askToAccept(line));
            accept.addThemeVariants(ButtonVariant.PRIMARY);
            acts.add(accept);
            acts.add(Standing.act("membership.decline", line, () -> askWhy(MemberStep.DECLINE, line)));
        }
        if (MemberStep.LEAVE.isPossibleFrom(line.state())) {
            acts.add(Standing.act("membership.leave", line, () -> askWhy(MemberStep.LEAVE, line)));
        }
        return acts;
    }

    private void askToAccept(MemberLine line) {
        var day = Fields.day(Words.of("membership.day"), null);
        day.setRequiredIndicatorVisible(true);
        day.setHelperText(Words.of("consortia.joined.hint"));
        var source = Fields.line(Words.of("membership.document"), "", 400);
        source.setRequiredIndicatorVisible(true);
        source.setHelperText(Words.of("membership.document.hint"));
        var link = Fields.line(Words.of("membership.link"), "", 2_000);
        link.setHelperText(Words.of("membership.link.hint"));
        Sheet.titled(Words.of("membership.accept.of", line.name()))
                .wide(new Paragraph(Words.of("membership.accept.text", Words.of(line.right()))), day, source, link)
                .taking(
                        Words.of("membership.accept"),
                        () -> Attempt.to(() -> joining.accept(
                                        line.other(),
                                        new Joining.Grounds(day.day(), source.getValue(), link.getValue())))
                                .at(day, "consortium.joined")
                                .at(source, "consortium.source")
                                .at(link, "consortium.link"),
                        () -> done(Words.of("membership.accepted", line.name())))
                .open();
    }

    private void askWhy(MemberStep step, MemberLine line) {
        var leaves = step == MemberStep.LEAVE;
        var key = leaves ? "membership.leave" : "membership.decline";
        var why = Fields.within(1_000, new TextArea(Words.of("consortia.reason")));
        why.setRequiredIndicatorVisible(step.isReasoned());
        why.setHelperText(Words.of(key + ".hint"));
        Sheet.titled(Words.of(key + ".of", line.name()))
                .wide(new Paragraph(Words.of(key + ".text")), why)
                .losing()
                .taking(
                        Words.of(key),
                        () -> Attempt.to(() -> {
                                    if (leaves) {
                                        joining.leave(line.other(), why.getValue());
                                    } else {
                                        joining.decline(line.other(), why.getValue());
                                    }
                                })
                                .at(why, "consortium.reason"),
                        () -> done(Words.of(key + ".done", line.name())))
                .open();
    }

    private void done(String words) {
        show();
        Notes.done(words);
    }
}
