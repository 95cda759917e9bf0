package org.cabildo.ledger;

import java.time.Clock;
import java.time.LocalDate;
import org.cabildo.identity.Officer;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes who enters a tenant from elsewhere: an officer who acts there for another institution, and a national coordinator
 * whatever roles they have. A tenant's own officers are at home and are not noted.
 */
@Service
public class Entrances {

    private static final int DAYS_KEPT = 7;
    private final Ledger ledger;
    private final Tenants tenants;
    private final Sql sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Entrances(Ledger ledger, Tenants tenants, Sql sql, TransactionTemplate transaction, Clock clock) {
        this.ledger = ledger;
        this.tenants = tenants;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether somebody is to be noted where they are. */
    public static boolean isFromElsewhere(Officer officer) {
        var place = officer.place();
        return place != null && (officer.coordinator() || !place.onBehalfOfId().equals(place.tenant()));
    }

    /**
     * Notes that the person bound entered the tenant in scope: once a day, counted in the tenant's zone, which the platform
     * is asked for: never within a transaction.
     */
    public void note() {
        var officer = Officer.current();
        if (!isFromElsewhere(officer)) {
            return;
        }
        var tenant = TenantScope.tenant();
        var today = LocalDate.now(clock.withZone(tenants.require(tenant).zone()));
        transaction.executeWithoutResult(_ -> note(officer, tenant, today));
    }

    private void note(Officer officer, TenantId tenant, LocalDate today) {
        int first = sql.of("insert into ledger_entrance (person_id, day) values (?, ?) on conflict do nothing")
                .param(officer.person().value())
                .param(today)
                .update();
        if (first == 0) {
            return;
        }
        sql.of("delete from ledger_entrance where day < ?")
                .param(today.minusDays(DAYS_KEPT))
                .update();
        ledger.add(
                Act.TENANT_ENTERED,
                new Subject("tenant", tenant.value()),
                new Facts()
                        .with("home", officer.onBehalfOfId().value().toString())
                        .with("as", officer.coordinator() ? "COORDINATOR" : "OFFICER"));
    }
}
