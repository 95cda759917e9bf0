package org.cabildo.plan;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.identity.OfficeAddress;
import org.cabildo.identity.People;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Profiles;
import org.cabildo.mail.MailQueue;
import org.cabildo.tenancy.Receiver;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes to whoever proposed a version once it is public or sent back: one letter for each version. Who decided it
 * knows, and who may not enter the tenant any more is told nothing.
 */
@Component
class DecisionLetters implements Receiver<ProposalDecided> {

    private final People people;
    private final Profiles profiles;
    private final MailQueue mail;
    private final TransactionTemplate transaction;
    private final Sql sql;
    private final OfficeAddress office;

    DecisionLetters(
            People people,
            Profiles profiles,
            MailQueue mail,
            TransactionTemplate transaction,
            Sql sql,
            OfficeAddress office) {
        this.people = people;
        this.profiles = profiles;
        this.mail = mail;
        this.transaction = transaction;
        this.sql = sql;
        this.office = office;
    }

    private record Decided(PlanId plan, int number, PersonId proposer, boolean published, String by) {}

    @Override
    public Class<ProposalDecided> of() {
        return ProposalDecided.class;
    }

    @Override
    public void receive(UUID event, ProposalDecided told) {
        TenantScope.in(told.tenant(), () -> decided(told.version()))
                .filter(decided -> !decided.proposer().value().equals(told.by()))
                .ifPresent(decided -> write(told, decided));
    }

    private void write(ProposalDecided told, Decided decided) {
        people.placesOf(decided.proposer()).stream()
                .filter(place -> place.tenant().equals(told.tenant()))
                .findFirst()
                .ifPresent(place -> {
                    var letter = new DecisionLetter(
                                    profiles.of(decided.proposer()),
                                    decided.by(),
                                    place.name(),
                                    decided.number(),
                                    decided.published(),
                                    office.of(place.slug(), "planes/" + decided.plan()))
                            .written();
                    TenantScope.runPlatform(() -> transaction.executeWithoutResult(
                            _ -> mail.postOnce(told.tenant(), once(told.version()), letter)));
                });
    }

    private Optional<Decided> decided(UUID version) {
        return sql.of("""
                        select plan_id, number, proposer_id, state = 'PUBLISHED' as published,
                               coalesce(nullif(approved_by, ''), ended_by) as by
                          from plan_version
                         where id = ? and state in ('PUBLISHED', 'RETURNED') and proposer_id is not null
                        """)
                .param(version)
                .query((row, _) -> new Decided(
                        new PlanId(row.getObject("plan_id", UUID.class)),
                        row.getInt("number"),
                        new PersonId(row.getObject("proposer_id", UUID.class)),
                        row.getBoolean("published"),
                        row.getString("by")))
                .optional();
    }

    /** The same for the same version. */
    private static UUID once(UUID version) {
        return UUID.nameUUIDFromBytes("%s decision".formatted(version).getBytes(StandardCharsets.UTF_8));
    }
}
