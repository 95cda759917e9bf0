package org.cabildo.admin.commitment;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Autosave;
import org.cabildo.admin.frame.Dated;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.words.Words;
import org.cabildo.begun.Beginning;
import org.cabildo.begun.BegunWork;
import org.cabildo.comment.Comments;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.identity.PersonId;
import org.cabildo.kernel.Unknown;
import org.jspecify.annotations.Nullable;

/** Where a comment is written, and to whom it turns. What is typed and not sent is kept for whoever typed it. */
class CommentForm extends Div {

    private static final String TEXT = "text";
    private static final String WHOM = "whom";
    private final transient Comments comments;
    private final transient BegunWork begun;
    private final transient Clock clock;
    private final ZoneId zone;
    final TextArea text = Fields.text(Words.of("talk.write"), Words.of("talk.hint", Comments.LONGEST), "");
    final PeopleField whom = new PeopleField();
    final Button send = new Button(Words.of("talk.send"));
    final Span status = new Dated();
    private transient Runnable said = () -> {};
    private @Nullable CommitmentId commitment;

    CommentForm(Comments comments, BegunWork begun, ZoneId zone, Clock clock) {
        this.comments = comments;
        this.begun = begun;
        this.zone = zone;
        this.clock = clock;
        addClassName("comment-form");
        Autosave.tell(text, status);
        text.addValueChangeListener(this::typed);
        whom.addValueChangeListener(this::typed);
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(_ -> {
            try {
                send();
            } finally {
                send.setEnabled(true);
            }
        });
        status.addClassName("autosave");
        status.getElement().setAttribute("role", "status");
        var buttons = new Div(send, status);
        buttons.addClassName("actions");
        add(text, whom, buttons);
    }

    /** Does this once something was said. */
    void whenSaid(Runnable said) {
        this.said = said;
    }

    /** Writes about this commitment, beginning with what this person typed before. */
    void of(CommitmentId commitment) {
        this.commitment = commitment;
        whom.offer(comments.addressees());
        var before = begun.find(beginning());
        text.setValue(before.map(typed -> typed.said().getOrDefault(TEXT, "")).orElse(""));
        whom.choose(before.map(typed -> typed.said().getOrDefault(WHOM, "")).stream()
                .flatMap(ids -> Arrays.stream(ids.split(",")))
                .collect(Collectors.toSet()));
        status.setText(before.map(typed -> Words.of("talk.since", Words.of(typed.at(), zone)))
                .orElse(""));
    }

    private void typed(HasValue.ValueChangeEvent<?> change) {
        if (change.isFromClient()) {
            keep();
        }
    }

    private void keep() {
        if (text.getValue().isBlank() && whom.getValue().isEmpty()) {
            begun.forget(beginning());
            status.setText("");
        } else {
            begun.keep(beginning(), Map.of(TEXT, text.getValue(), WHOM, whom.chosen()), Map.of());
            status.setText(Words.of("talk.kept", Words.time(clock.instant(), zone)));
        }
        Autosave.answer(status);
    }

    private void send() {
        if (taken()) {
            begun.forget(beginning());
            text.clear();
            whom.clear();
            status.setText("");
            Notes.done(Words.of("talk.sent"));
            said.run();
        }
    }

    private boolean taken() {
        var people = whom.getValue().stream().map(one -> one.id()).collect(Collectors.<PersonId>toSet());
        try {
            return Attempt.to(() -> comments.say(Objects.requireNonNull(commitment), text.getValue(), people))
                    .at(text, "comment.text")
                    .at(whom, "comment.mentions")
                    .succeeds();
        } catch (Unknown gone) { // whoever left, or the commitment itself: what is typed stays
            whom.offer(comments.addressees());
            Notes.refused(Words.of("talk.gone"));
            return false;
        }
    }

    private Beginning beginning() {
        return Beginning.comment(Objects.requireNonNull(commitment).value());
    }
}
