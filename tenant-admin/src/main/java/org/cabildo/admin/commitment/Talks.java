package org.cabildo.admin.commitment;

import java.time.Clock;
import org.cabildo.admin.frame.Here;
import org.cabildo.begun.BegunWork;
import org.cabildo.comment.Comments;
import org.springframework.stereotype.Component;

/** Brings the talk about a commitment onto its page. */
@Component
class Talks {

    private final Comments comments;
    private final BegunWork begun;
    private final Here here;
    private final Clock clock;

    Talks(Comments comments, BegunWork begun, Here here, Clock clock) {
        this.comments = comments;
        this.begun = begun;
        this.here = here;
        this.clock = clock;
    }

    /** A panel that shows nothing until it is told of which commitment. */
    TalkPanel panel() {
        return new TalkPanel(comments, new CommentForm(comments, begun, here.zone(), clock), here);
    }
}
