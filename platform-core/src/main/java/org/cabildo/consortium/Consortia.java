package org.cabildo.consortium;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cabildo.consortium.MemberBook.Pair;
import org.cabildo.consortium.published.DecisionRule;
import org.cabildo.consortium.published.MemberRight;
import org.cabildo.identity.Officer;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Slug;
import org.cabildo.kernel.Texts;
import org.cabildo.kernel.Unknown;
import org.cabildo.ledger.Act;
import org.cabildo.ledger.Facts;
import org.cabildo.ledger.OwedActs;
import org.cabildo.ledger.Subject;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantOrders;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Forms consortia and keeps them, for the national coordination: a consortium is a tenant of its own, made by an order
 * like any other. Whoever is asked joins by {@link Joining itself}.
 */
@Service
public class Consortia {

    private final Sql sql;
    private final Tenants tenants;
    private final TenantOrders orders;
    private final MemberBook book;
    private final JoiningLetters letters;
    private final OwedActs trails;
    private final Clock clock;

    Consortia(
            Sql sql,
            Tenants tenants,
            TenantOrders orders,
            MemberBook book,
            JoiningLetters letters,
            OwedActs trails,
            Clock clock) {
        this.sql = sql;
        this.tenants = tenants;
        this.orders = orders;
        this.book = book;
        this.letters = letters;
        this.trails = trails;
        this.clock = clock;
    }

    /**
     * An order to form a consortium.
     *
     * @param batch to follow it by
     * @param id the consortium will have
     */
    public record Ordered(UUID batch, TenantId id) {}

    /**
     * Orders a consortium of two or more tenants; each is asked to join.
     *
     * @param name as the public reads it
     * @param slug its address
     * @param members two or more municipalities or regional governments
     * @throws Refused if the members do not fit, or name or address are not acceptable
     */
    public Ordered form(String name, String slug, Set<TenantId> members) {
        var officer = Officer.current().requireNationalCoordinator();
        var sound = judged(name, slug, members);
        var batch = Ids.next();
        var id = book.within(() -> orders.place(
                batch,
                new TenantOrders.Onboard(
                        TenantKind.CONSORTIUM,
                        name.strip(),
                        sound.slug(),
                        null,
                        null,
                        null,
                        Joining.CAPITAL,
                        sound.synthetic(),
                        null,
                        "ogp",
                        List.copyOf(members)),
                officer.name()));
        orders.announce();
        return new Ordered(batch, id);
    }

    /**
     * Judges what {@link #form} would be asked; orders nothing.
     *
     * @throws Refused as forming would
     */
    public void judge(String name, String slug, Set<TenantId> members) {
        Officer.current().requireNationalCoordinator();
        judged(name, slug, members);
    }

    private record Sound(String slug, boolean synthetic) {}

    private Sound judged(String name, String slug, Set<TenantId> members) {
        if (name.isBlank()) {
            throw new Refused("consortium.name", "Give the consortium a name.");
        }
        if (members.size() < 2) {
            throw new Refused("consortium.members.few", "A consortium has two or more members.");
        }
        var joined = members.stream().map(tenants::require).toList();
        var synthetic = joined.getFirst().synthetic();
        joined.forEach(member -> requireFit(member, synthetic));
        var address = new Slug(slug.strip()).value();
        refuseTaken(address);
        return new Sound(address, synthetic);
    }

    /** All that ever stood to a consortium in some way, by name. */
    public List<MemberLine> members(TenantId consortium) {
        Officer.current().requireNationalCoordinator();
        return book.ofConsortium(consortium);
    }

    /**
     * Asks a tenant to join, by a letter to its administrators too; whoever declined or left can be asked again.
     *
     * @throws Refused if it does not fit, is asked already or belongs
     */
    public void invite(TenantId consortium, TenantId member, MemberRight right) {
        Officer.current().requireNationalCoordinator();
        var asking = require(consortium);
        requireFit(tenants.require(member), asking.synthetic());
        var pair = new Pair(consortium, member);
        book.within(() -> {
            if (!book.add(pair, right)) {
                book.take(MemberStep.INVITE, pair, "", new Facts());
                book.grant(pair, right);
            }
            letters.ask(pair);
            return true;
        });
    }

    /** Takes an invitation back that nobody has answered. */
    public void uninvite(TenantId consortium, TenantId member) {
        step(MemberStep.UNINVITE, consortium, member, "");
    }

    /**
     * Suspends a member: its officers only read, and nothing waits for its approval.
     *
     * @param reason 10 to 1,000 characters, for the members
     */
    public void suspend(TenantId consortium, TenantId member, String reason) {
        step(MemberStep.SUSPEND, consortium, member, reason);
    }

    /** Makes a suspended member one as before. */
    public void reinstate(TenantId consortium, TenantId member) {
        step(MemberStep.REINSTATE, consortium, member, "");
    }

    private void step(MemberStep step, TenantId consortium, TenantId member, String reason) {
        Officer.current().requireNationalCoordinator();
        book.within(() -> {
            book.take(step, new Pair(consortium, member), reason, new Facts());
            return true;
        });
    }

    /** Changes what a member, or whoever is asked to become one, may do. */
    public void grant(TenantId consortium, TenantId member, MemberRight right) {
        Officer.current().requireNationalCoordinator();
        var pair = new Pair(consortium, member);
        book.within(() -> {
            book.hold(pair);
            book.grant(pair, right);
            return true;
        });
    }

    /**
     * Says by which rule the members approve from the next proposal on.
     *
     * @param source where they agreed on it: 1 to 400 characters
     */
    public void rule(TenantId consortium, DecisionRule rule, String source) {
        var officer = Officer.current().requireNationalCoordinator();
        require(consortium);
        if (source.isBlank()) {
            throw new Refused("consortium.rule.source", "Say where the members agreed on that rule.");
        }
        var said = Texts.within(Joining.LONGEST_SOURCE, "consortium.source.long", source);
        book.within(() -> {
            sql.of("""
                    insert into consortium_rule (consortium_id, rule, source, ruled_by, ruled_at)
                    values (:consortium, :rule, :source, :by, :at)
                    on conflict (consortium_id) do update
                       set rule = excluded.rule, source = excluded.source, ruled_by = excluded.ruled_by,
                           ruled_at = excluded.ruled_at
                    """)
                    .param("consortium", consortium.value())
                    .param("rule", rule.name())
                    .param("source", said)
                    .param("by", officer.name())
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            trails.addForNobody(
                    consortium,
                    Act.CONSORTIUM_RULE_CHANGED,
                    new Subject("tenant", consortium.value()),
                    new Facts().with("rule", rule.name()).hashed("source", said));
            return true;
        });
    }

    /**
     * Says since when a consortium's members belong, and where that is written.
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
        var said = Joining.source(source);
        book.within(() -> {
            book.date(consortium, joined, said);
            return true;
        });
    }

    private Tenant require(TenantId consortium) {
        var tenant = tenants.require(consortium);
        if (tenant.kind() != TenantKind.CONSORTIUM) {
            throw new Unknown("consortium", consortium);
        }
        return tenant;
    }

    private static void requireFit(Tenant member, boolean synthetic) {
        if (member.kind() == TenantKind.CONSORTIUM || member.kind() == TenantKind.ASSOCIATION) {
            throw new Refused(
                    "consortium.member.kind",
                    "%s cannot be a member: only municipalities and regional governments can.".formatted(member.name()),
                    member.name());
        }
        if (member.synthetic() != synthetic) {
            throw new Refused(
                    "consortium.member.synthetic", "Real and fictional institutions form no consortium together.");
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
