package org.cabildo.admin.commitment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.words.Words;
import org.cabildo.comment.Comment;
import org.cabildo.comment.Comments;
import org.cabildo.comment.Talk;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.commitment.CommitmentView;
import org.jspecify.annotations.Nullable;

/** What officers say to each other about a commitment, the newest last. The public never reads it, and it says so. */
class TalkPanel extends Section {

    /** The part of an address that leads here. */
    static final String PLACE = "conversacion";

    private final transient Comments comments;
    private final transient Here here;
    private final Div badges = new Div();
    private final Div said = new Div();
    private final Paragraph suspended = new Paragraph(Words.of("refused.comment.suspended"));
    final CommentForm form;
    private @Nullable CommitmentId of;
    private int count;

    TalkPanel(Comments comments, CommentForm form, Here here) {
        this.comments = comments;
        this.form = form;
        this.here = here;
        addClassNames("panel", "talk");
        setId(PLACE);
        var title = new H2(Words.of("talk.title"));
        title.setId(PLACE + "-nombre");
        getElement().setAttribute("aria-labelledby", PLACE + "-nombre");
        badges.addClassName("badges");
        var who = new Quiet(Words.of("talk.private", here.tenant().name()));
        add(title, badges, who, said, form, suspended);
        setVisible(false);
        form.whenSaid(this::refresh);
        addAttachListener(_ -> getElement().executeJs("""
                setTimeout(() => { // once the page is there its address is told, and it is scrolled to its top
                  if (location.hash === '#' + this.id) this.scrollIntoView();
                }, 500);
                """));
    }

    /** Shows the talk about this commitment, unless it is there already; nothing while there is none. */
    void show(@Nullable CommitmentView commitment) {
        var id = commitment == null ? null : commitment.id();
        if (Objects.equals(id, of)) {
            return;
        }
        of = id;
        setVisible(id != null);
        if (id != null) {
            form.of(id);
            refresh();
        }
    }

    /** What else goes when the commitment is deleted; empty if nobody said anything. */
    String goesToo() {
        return count == 0 ? "" : " " + Words.of("talk.goes", count);
    }

    private void refresh() {
        var talk = comments.open(Objects.requireNonNull(of));
        count = talk.comments().size();
        form.setVisible(talk.writable());
        suspended.setVisible(!talk.writable());
        showCounts(talk);
        said.removeAll();
        var resolved = talk.resolved();
        if (!resolved.isEmpty()) {
            var folded = new Details(new H3(Words.of("talk.resolved", resolved.size())), list(resolved));
            folded.setOpened(resolved.stream().anyMatch(Comment::forMe));
            said.add(folded);
        }
        var unresolved = talk.unresolved();
        said.add(unresolved.isEmpty() ? nothing(resolved.isEmpty()) : list(unresolved));
    }

    private void showCounts(Talk talk) {
        badges.removeAll();
        if (talk.open() > 0) {
            badges.add(new Badge(Words.of("talk.open", talk.open()), Badge.Tone.PLAIN));
        }
        if (talk.forMe() > 0) {
            badges.add(new Badge(Words.of("talk.for.me", talk.forMe()), Badge.Tone.BUSY));
        }
        badges.setVisible(badges.getComponentCount() > 0);
    }

    private Component list(List<Comment> some) {
        var list = new UnorderedList();
        list.addClassName("comments");
        some.forEach(one -> list.add(new CommentLine(one, comments, here, this::refresh)));
        return list;
    }

    private static Component nothing(boolean ever) {
        var nothing = new Quiet(Words.of(ever ? "talk.none" : "talk.settled"));
        return nothing;
    }
}
