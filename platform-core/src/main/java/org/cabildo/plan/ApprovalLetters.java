package org.cabildo.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.identity.OfficeAddress;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Place;
import org.cabildo.identity.Profiles;
import org.cabildo.identity.Role;
import org.cabildo.identity.Roster;
import org.cabildo.mail.MailQueue;
import org.cabildo.tenancy.Receiver;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes to those who may approve a version that was proposed: in a consortium to those of every member. Whoever proposed
 * it knows, whose institution approved it has nothing left to do, and for a version that waits no more nobody is called.
 * Each person gets one letter for each version.
 */
@Component
class ApprovalLetters implements Receiver<ApprovalAsked> {

    private final List<ApprovalRule> rules;
    private final Roster roster;
    private final Profiles profiles;
    private final MailQueue mail;
    private final TransactionTemplate transaction;
    private final Sql sql;
    private final OfficeAddress office;

    ApprovalLetters(
            List<ApprovalRule> rules,
            Roster roster,
            Profiles profiles,
            MailQueue mail,
            TransactionTemplate transaction,
            Sql sql,
            OfficeAddress office) {
        this.rules = rules;
        this.roster = roster;
        this.profiles = profiles;
        this.mail = mail;
        this.transaction = transaction;
        this.sql = sql;
        this.office = office;
    }

    /** @param approvedBy institutions that have nothing left to do */
    private record Waiting(PlanId plan, int number, String by, boolean again, Set<UUID> approvedBy) {}

    @Override
    public Class<ApprovalAsked> of() {
        return ApprovalAsked.class;
    }

    @Override
    public void receive(UUID event, ApprovalAsked asked) {
        var waiting = TenantScope.in(asked.tenant(), () -> waiting(asked.version()));
        if (waiting.isEmpty()) {
            return;
        }
        var proposer = new PersonId(asked.by());
        roster.whoMay(asked.tenant(), Role.APPROVER).forEach((person, place) -> {
            var institution = place.onBehalfOfId().value();
            if (!person.equals(proposer) && !waiting.get().approvedBy().contains(institution)) {
                var letter = letter(person, place, waiting.get()).written();
                TenantScope.runPlatform(() -> transaction.executeWithoutResult(
                        _ -> mail.postOnce(asked.tenant(), once(asked.version(), person), letter)));
            }
        });
    }

    private Optional<Waiting> waiting(UUID version) {
        var approvedBy = rules.stream()
                .flatMap(rule -> rule.institutionsFor(new PlanVersionId(version)).stream())
                .collect(Collectors.toSet());
        return sql.of("""
                        select plan_id, number, proposed_by, reason <> '' as again
                          from plan_version where id = ? and state = 'PROPOSED'
                        """)
                .param(version)
                .query((row, _) -> new Waiting(
                        new PlanId(row.getObject("plan_id", UUID.class)),
                        row.getInt("number"),
                        row.getString("proposed_by"),
                        row.getBoolean("again"),
                        approvedBy))
                .optional();
    }

    private ApprovalLetter letter(PersonId person, Place place, Waiting waiting) {
        return new ApprovalLetter(
                profiles.of(person),
                waiting.by(),
                place.name(),
                waiting.number(),
                waiting.again(),
                office.of(place.slug(), "planes/" + waiting.plan()));
    }

    /** The same for the same version and person. */
    private static UUID once(UUID version, PersonId person) {
        return UUID.nameUUIDFromBytes(
                "%s approval %s".formatted(version, person.value()).getBytes(StandardCharsets.UTF_8));
    }
}
