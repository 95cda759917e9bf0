package org.cabildo.consortium;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cabildo.identity.Officer;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Slug;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantOrders;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Forms consortia: a consortium is a tenant of its own, made by an order like any other. */
@Service
public class Consortia {

    private final Sql sql;
    private final Tenants tenants;
    private final TenantOrders orders;
    private final TransactionTemplate transaction;

    Consortia(Sql sql, Tenants tenants, TenantOrders orders, TransactionTemplate transaction) {
        this.sql = sql;
        this.tenants = tenants;
        this.orders = orders;
        this.transaction = transaction;
    }

    /**
     * An order to form a consortium.
     *
     * @param batch to follow it by
     * @param id the consortium will have
     */
    public record Ordered(UUID batch, TenantId id) {}

    /**
     * Orders a consortium of two or more tenants.
     *
     * @param name as the public reads it
     * @param slug its address
     * @param members two or more municipalities or regional governments
     * @throws Refused if the members do not fit, or name or address are not acceptable
     */
    public Ordered form(String name, String slug, Set<TenantId> members) {
        var officer = Officer.current().requireNationalCoordinator();
        if (name.isBlank()) {
            throw new Refused("consortium.name", "Give the consortium a name.");
        }
        if (members.size() < 2) {
            throw new Refused("consortium.members.few", "A consortium has two or more members.");
        }
        var joined = members.stream().map(tenants::require).toList();
        for (var member : joined) {
            if (member.kind() == TenantKind.CONSORTIUM || member.kind() == TenantKind.ASSOCIATION) {
                throw new Refused(
                        "consortium.member.kind",
                        "%s cannot be a member: only municipalities and regional governments can."
                                .formatted(member.name()),
                        member.name());
            }
        }
        var synthetic = joined.getFirst().synthetic();
        if (joined.stream().anyMatch(member -> member.synthetic() != synthetic)) {
            throw new Refused(
                    "consortium.member.synthetic", "Real and fictional institutions form no consortium together.");
        }
        var address = new Slug(slug.strip()).value();
        refuseTaken(address);
        var batch = Ids.next();
        var id = TenantScope.platform(() -> transaction.execute(status -> orders.place(
                batch,
                new TenantOrders.Onboard(
                        TenantKind.CONSORTIUM,
                        name.strip(),
                        address,
                        null,
                        null,
                        null,
                        ZoneId.of("America/Santiago"),
                        synthetic,
                        null,
                        "ogp",
                        List.copyOf(members)),
                officer.name())));
        orders.announce();
        return new Ordered(batch, id);
    }

    /**
     * Says since when a consortium exists, and where that is written.
     *
     * @param joined the day its members joined; the first of the month when only that is known
     * @param source where it can be read
     * @throws Refused if the day or its source is missing
     */
    public void date(TenantId consortium, @Nullable LocalDate joined, String source) {
        Officer.current().requireNationalCoordinator();
        if (joined == null) {
            throw new Refused("consortium.joined", "Give the day on which the members joined.");
        }
        if (source.isBlank()) {
            throw new Refused("consortium.source", "Say where that day is written.");
        }
        int dated = TenantScope.platform(
                () -> sql.of("update consortium_member set joined_on = ?, source = ? where consortium_id = ?")
                        .param(joined)
                        .param(source.strip())
                        .param(consortium.value())
                        .update());
        if (dated == 0) {
            throw new Unknown("consortium", consortium);
        }
    }

    private void refuseTaken(String slug) {
        var taken = TenantScope.platform(
                () -> sql.of("""
                        select exists (select from tenant where slug = :slug)
                            or exists (select from tenant_order where slug = :slug and state = 'WAITING')
                        """).param("slug", slug).query(Boolean.class).single());
        if (taken) {
            throw new Refused("slug.taken", "The address «%s» is taken; choose another.".formatted(slug), slug);
        }
    }
}
