package org.cabildo.admin.commitment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Dated;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.comment.Comment;
import org.cabildo.comment.Comments;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.tenancy.TenantKind;

/** One comment, with what this officer may do with it. */
class CommentLine extends ListItem {

    private final transient Comment comment;
    private final transient Comments comments;
    private final transient Here here;
    private final transient Runnable changed;
    private final String when;

    CommentLine(Comment comment, Comments comments, Here here, Runnable changed) {
        this.comment = comment;
        this.comments = comments;
        this.here = here;
        this.changed = changed;
        this.when = Words.of(comment.writtenAt(), here.zone());
        addClassName("comment");
        var removed = comment.removed();
        add(head());
        if (removed != null) {
            add(new Quiet(Words.of("talk.removed", named(removed.by()), Words.of(removed.at(), here.zone()))));
            return;
        }
        add(new Said(comment.text()));
        if (!comment.mentioned().isEmpty()) {
            add(new Quiet(Words.of(
                    "talk.mentioned",
                    comment.mentioned().stream().map(CommentLine::named).collect(Collectors.joining(", ")))));
        }
        var resolved = comment.resolved();
        if (resolved != null) {
            add(new Quiet(Words.of("talk.resolved.by", named(resolved.by()), Words.of(resolved.at(), here.zone()))));
        }
        var acts = acts();
        if (acts.getComponentCount() > 0) {
            add(acts);
        }
    }

    private Div head() {
        var author = new Span(named(comment.author()));
        author.addClassName("card-title");
        var head = new Div(author);
        head.addClassName("comment-head");
        var facts = new Dated(
                here.tenant().kind() == TenantKind.CONSORTIUM
                        ? Words.of("talk.behalf", comment.onBehalfOf(), when)
                        : when);
        facts.addClassName("quiet");
        head.add(facts);
        var edited = comment.editedAt();
        if (edited != null && comment.removed() == null) {
            var again = new Dated(Words.of("talk.edited", Words.of(edited, here.zone())));
            again.addClassName("quiet");
            head.add(again);
        }
        if (comment.forMe()) {
            head.add(new Badge(Words.of("talk.new"), Badge.Tone.BUSY));
        }
        return head;
    }

    private Div acts() {
        var officer = Officer.current();
        var acts = new Div();
        acts.addClassName("actions");
        if (officer.may(Role.EDITOR)) {
            acts.add(
                    comment.resolved() == null
                            ? act("talk.resolve", () -> tried(() -> comments.resolve(comment.id())))
                            : act("talk.reopen", () -> tried(() -> comments.reopen(comment.id()))));
        }
        if (comment.isEditable()) {
            acts.add(act("talk.edit", this::edit));
        }
        if (comment.mine() || officer.may(Role.ADMINISTRATOR)) {
            acts.add(act("talk.remove", this::remove));
        }
        return acts;
    }

    private Button act(String key, Runnable work) {
        var button = new Button(Words.of(key), _ -> work.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(Words.of("talk.act", Words.of(key), named(comment.author()), when));
        return button;
    }

    private void edit() {
        var text = Fields.text(Words.of("talk.text"), Words.of("talk.hint", Comments.LONGEST), comment.text());
        Sheet.titled(Words.of("talk.edit.title"))
                .wide(text)
                .taking(
                        Words.of("save"),
                        () -> Attempt.to(() -> comments.edit(comment.id(), text.getValue()))
                                .at(text, "comment.text"),
                        changed)
                .open();
    }

    private void remove() {
        Confirm.losing(
                Words.of("talk.remove.ask"),
                Words.of("talk.remove.text"),
                Words.of("talk.remove"),
                () -> tried(() -> comments.remove(comment.id())));
    }

    /** What somebody else did meanwhile is told, and shown. */
    private void tried(Runnable work) {
        Attempt.to(work).succeeds();
        changed.run();
    }

    private static String named(String name) {
        return name.isEmpty() ? Words.of("talk.forgotten") : name;
    }
}
