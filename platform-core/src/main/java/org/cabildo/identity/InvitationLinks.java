package org.cabildo.identity;

import java.time.Clock;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What whoever holds the link of an invitation can do with it: look, and accept once. */
@Service
public class InvitationLinks {

    private final InvitationRows rows;
    private final Memberships memberships;
    private final People people;
    private final Clock clock;
    private final TransactionTemplate transaction;

    InvitationLinks(Sql sql, Memberships memberships, People people, Clock clock, TransactionTemplate transaction) {
        this.rows = new InvitationRows(sql);
        this.memberships = memberships;
        this.people = people;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * The invitation a link leads to, whatever has become of it.
     *
     * @param token the last part of the link
     * @throws Unknown if no invitation has this link
     */
    public Invitation look(String token) {
        var read = read(token);
        return TenantScope.platform(() -> found(read));
    }

    private Invitation found(InvitationToken token) {
        return rows.byToken(token, clock.instant()).orElseThrow(InvitationLinks::unknown);
    }

    /**
     * Accepts an invitation; the person then has its roles.
     *
     * @param person who signed in
     * @param withAnotherAddress they were told that the letter went to another address than theirs, and go on
     * @throws Unknown if no invitation has this link
     * @throws Refused if it was used, withdrawn, replaced or expired, or went to another address
     */
    public Invitation accept(PersonId person, String token, boolean withAnotherAddress) {
        var read = read(token);
        var who = people.officer(person);
        return TenantScope.platform(() -> transaction.execute(_ -> {
            memberships.lock(found(read).tenant());
            var one = found(read); // as it is once nobody changes it any more
            refuseUnlessOpen(one.state());
            if (!one.email().equals(who.email()) && !withAnotherAddress) {
                throw new Refused(
                        "identity.invitation.address",
                        "The invitation was sent to %s and you signed in as %s: confirm that you accept with this account, or sign in with the other one."
                                .formatted(one.email(), who.email()),
                        one.email(),
                        who.email());
            }
            if (!rows.use(one.id(), person, who.email(), clock.instant())) {
                throw refusal(Invitation.State.USED);
            }
            if (one.granted() && !one.email().equals(who.email())) {
                memberships.takeBack(one.email(), one.tenant());
            }
            var by = one.invitedBy();
            var before = memberships.of(person, one.tenant());
            memberships.add(person, one.tenant(), one.roles(), by == null ? FirstAdministrator.BY : by);
            if (!one.name().equals(one.email())) { // as it is while nobody wrote one
                people.call(person, one.name());
            }
            memberships.tell(RightsChanged.Change.ACCEPTED, person, one.tenant(), before);
            return one;
        }));
    }

    private static void refuseUnlessOpen(Invitation.State state) {
        if (state != Invitation.State.OPEN) {
            throw refusal(state);
        }
    }

    private static Refused refusal(Invitation.State state) {
        return switch (state) {
            case USED, OPEN ->
                new Refused("identity.invitation.used", "This invitation was used already: sign in to get to work.");
            case EXPIRED ->
                new Refused("identity.invitation.expired", "This invitation expired: ask for it to be sent again.");
            case WITHDRAWN ->
                new Refused("identity.invitation.withdrawn", "This invitation was withdrawn: ask whoever invited you.");
            case REPLACED ->
                new Refused("identity.invitation.replaced", "There is a newer letter: use the link in that one.");
        };
    }

    private static InvitationToken read(String token) {
        var read = new InvitationToken(token);
        if (!read.isWellFormed()) {
            throw unknown();
        }
        return read;
    }

    private static Unknown unknown() {
        return new Unknown("invitation", "with this link"); // never the token itself
    }
}
