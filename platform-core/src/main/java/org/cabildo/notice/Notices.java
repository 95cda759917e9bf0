package org.cabildo.notice;

import java.time.Clock;
import java.util.List;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices as the national coordination writes them. For everybody else every method throws {@link Unknown}; what is
 * addressed to a tenant is read there through {@link ReceivedNotices}.
 */
@Service
public class Notices {

    private final NoticeRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Notices(NoticeRows rows, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** All of them, the newest first. */
    public List<Notice> all() {
        Officer.current().requireNationalCoordinator();
        return TenantScope.platform(rows::all);
    }

    /** The notice with this id. @throws Unknown if there is none */
    public Notice require(NoticeId id) {
        Officer.current().requireNationalCoordinator();
        return TenantScope.platform(() -> rows.find(id)).orElseThrow(() -> new Unknown("notice", id));
    }

    /** Writes a draft that nobody else sees yet. */
    public NoticeId draft(NoticeDraft said) {
        var officer = Officer.current().requireNationalCoordinator();
        var id = new NoticeId(Ids.next());
        TenantScope.runPlatform(() -> transaction.executeWithoutResult(
                _ -> rows.insert(id, said, Role.READER, officer.name(), clock.instant())));
        return id;
    }

    /**
     * Changes a draft.
     *
     * @throws Unknown if there is no such notice
     * @throws Refused if it was published already
     */
    public void change(NoticeId id, NoticeDraft said) {
        require(id);
        var done = Boolean.TRUE.equals(TenantScope.platform(() -> transaction.execute(_ -> rows.change(id, said))));
        refuseUnlessDraft(done);
    }

    /**
     * Shows it to those it is addressed to, from the moment it says.
     *
     * @throws Unknown if there is no such notice
     * @throws Refused if it is no draft, or if its time is over
     */
    public void publish(NoticeId id) {
        var notice = require(id);
        if (!notice.said().endsAt().isAfter(clock.instant())) {
            throw new Refused("notice.period.over", "Its time is over: give it a later end before publishing it.");
        }
        refuseUnlessDraft(TenantScope.platform(() -> rows.publish(id, clock.instant())));
    }

    /**
     * Takes it away from everybody.
     *
     * @throws Unknown if there is no such notice
     * @throws Refused if it is not published
     */
    public void withdraw(NoticeId id) {
        require(id);
        if (!TenantScope.platform(() -> rows.withdraw(id, clock.instant()))) {
            throw new Refused("notice.state.published", "Only a published notice can be withdrawn.");
        }
    }

    /**
     * Throws a draft away.
     *
     * @throws Unknown if there is no such notice
     * @throws Refused if it was published already
     */
    public void discard(NoticeId id) {
        require(id);
        refuseUnlessDraft(TenantScope.platform(() -> rows.discard(id)));
    }

    private static void refuseUnlessDraft(boolean done) {
        if (!done) {
            throw new Refused("notice.state.draft", "It was published meanwhile: withdraw it and write another one.");
        }
    }
}
