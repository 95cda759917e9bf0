package org.cabildo.notice;

import java.time.Clock;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.springframework.stereotype.Service;

/** Notices that the house itself writes, in the platform's scope and in the transaction of what they tell of. */
@Service
public class HouseNotices {

    private static final String WRITER = "Cabildo";
    private final NoticeRows rows;
    private final Clock clock;

    HouseNotices(NoticeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Tells it at once to those of its audience whose roles include this one. */
    public NoticeId tell(NoticeDraft said, Role reader) {
        var id = new NoticeId(Ids.next());
        var now = clock.instant();
        rows.insert(id, said, reader, WRITER, now);
        rows.publish(id, now);
        return id;
    }

    /** Takes it away from everybody; nothing happens if a coordinator did so before. */
    public void takeBack(NoticeId id) {
        rows.withdraw(id, clock.instant());
    }
}
