package org.cabildo.notice;

import java.time.Clock;
import java.util.List;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;

/** Notices as those they are addressed to read them: always of the tenant in scope, by whoever works there. */
@Service
public class ReceivedNotices {

    private final NoticeRows rows;
    private final Clock clock;

    ReceivedNotices(NoticeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** What is shown now and this person has not read yet, the most severe first. */
    public List<ReceivedNotice> unread() {
        var reader = Officer.require(Role.READER);
        var tenant = TenantScope.tenant();
        return TenantScope.platform(() -> rows.unread(tenant, reader, clock.instant()));
    }

    /** All that was told this tenant and was not withdrawn, the newest first. */
    public List<ReceivedNotice> all() {
        var reader = Officer.require(Role.READER);
        var tenant = TenantScope.tenant();
        return TenantScope.platform(() -> rows.received(tenant, reader, clock.instant()));
    }

    /**
     * Remembers that this person read it: it is not shown to them again, wherever they work.
     *
     * @throws Unknown if no such notice is addressed to this tenant
     */
    public void read(NoticeId id) {
        var reader = Officer.require(Role.READER);
        var tenant = TenantScope.tenant();
        var now = clock.instant();
        if (!TenantScope.platform(() -> rows.isReceived(id, tenant, reader, now))) {
            throw new Unknown("notice", id);
        }
        TenantScope.runPlatform(() -> rows.read(id, tenant, reader.person(), now));
    }
}
