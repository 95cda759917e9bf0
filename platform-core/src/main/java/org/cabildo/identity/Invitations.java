package org.cabildo.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cabildo.identity.InvitationRows.Wanted;
import org.cabildo.kernel.Refused;
import org.cabildo.mail.Fate;
import org.cabildo.mail.MailQueue;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Invitations by mail link, as a tenant's administrators write, change, repeat and withdraw them. */
@Service
public class Invitations {

    private static final Duration DAY = Duration.ofHours(24);
    private final InvitationRows rows;
    private final Memberships memberships;
    private final MailQueue mail;
    private final InvitationSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Invitations(
            Sql sql,
            Memberships memberships,
            MailQueue mail,
            InvitationSettings settings,
            Clock clock,
            TransactionTemplate transaction) {
        this.rows = new InvitationRows(sql);
        this.memberships = memberships;
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Whom an administrator wants to invite.
     *
     * @param name may be empty: the address stands for it until they sign in
     * @param language of the letter, unless they are known and chose one themselves
     */
    public record Draft(String email, String name, Set<Role> roles, Locale language) {}

    /**
     * An invitation that nobody has accepted yet.
     *
     * @param letter what became of its letter; empty once that is forgotten
     */
    public record Line(Invitation invitation, Optional<Fate> letter) {}

    /** The invitations that wait for an answer, the newest first. Only administrators see them. */
    public List<Line> waiting() {
        var tenant = tenant();
        return TenantScope.platform(() -> {
            var open = rows.open(tenant, clock.instant());
            var fates = mail.fates(open.stream()
                    .map(InvitationRows.Kept::mail)
                    .filter(Objects::nonNull)
                    .toList());
            return open.stream()
                    .map(one -> new Line(
                            one.invitation(), Optional.ofNullable(one.mail()).map(fates::get)))
                    .toList();
        });
    }

    /**
     * Invites somebody; the letter goes out when the worker comes to it.
     *
     * @throws Refused if the address is none, works here already or waits for an answer already, if no role is chosen,
     *     or if this institution wrote as many letters as it may in a day
     */
    public void invite(Draft wanted) {
        var officer = Officer.require(Role.ADMINISTRATOR);
        var tenant = officer.onBehalfOfId();
        var email = People.address(wanted.email());
        requireSome(wanted.roles());
        TenantScope.runPlatform(() -> transaction.executeWithoutResult(_ -> {
            memberships.lock(tenant);
            if (memberships.has(email, tenant)) {
                throw new Refused(
                        "identity.invitation.member",
                        "%s works here already: change their roles in the list instead.".formatted(email),
                        email);
            }
            rows.lock(tenant, email, clock.instant()).ifPresent(before -> {
                if (before.invitation().state() == Invitation.State.OPEN) {
                    throw new Refused(
                            "identity.invitation.twice",
                            "%s is invited already: send that invitation again, or withdraw it first.".formatted(email),
                            email);
                }
                end(before, Invitation.State.REPLACED);
            });
            var name = wanted.name().strip();
            send(new Wanted(
                    tenant,
                    email,
                    name.isEmpty() ? email : name,
                    wanted.roles(),
                    rows.languageOf(email).orElseGet(() -> Languages.kept(wanted.language())),
                    officer.name(),
                    false));
        }));
    }

    /**
     * Sends an invitation again, with a new link and a new time to answer; the link of the letter before is void.
     *
     * @throws org.cabildo.kernel.Unknown if no such invitation waits here
     * @throws Refused if this institution wrote as many letters as it may in a day
     */
    public void resend(InvitationId id) {
        var officer = Officer.require(Role.ADMINISTRATOR);
        var tenant = officer.onBehalfOfId();
        TenantScope.runPlatform(() -> transaction.executeWithoutResult(_ -> {
            memberships.lock(tenant);
            var before = rows.lock(tenant, id, clock.instant());
            end(before, Invitation.State.REPLACED);
            var one = before.invitation();
            send(new Wanted(
                    tenant,
                    one.email(),
                    one.name(),
                    one.roles(),
                    Languages.kept(one.language()),
                    officer.name(),
                    one.granted()));
        }));
    }

    /**
     * Gives an invitation other roles, and whoever they were given to in advance; its link and its letter stay.
     *
     * @throws org.cabildo.kernel.Unknown if no such invitation waits here
     * @throws Refused if no role is chosen, or nobody would be left to administer
     */
    public void change(InvitationId id, Set<Role> roles) {
        var officer = Officer.require(Role.ADMINISTRATOR);
        var tenant = officer.onBehalfOfId();
        requireSome(roles);
        TenantScope.runPlatform(() -> transaction.executeWithoutResult(_ -> {
            memberships.lock(tenant);
            var one = rows.lock(tenant, id, clock.instant()).invitation();
            rows.say(id, roles);
            if (one.granted()) {
                memberships.giveInstead(one.email(), tenant, roles, officer.name());
                memberships.refuseWithoutAdministrator(tenant);
            }
        }));
    }

    private static void requireSome(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new Refused("identity.invitation.role", "Choose at least one role for this person.");
        }
    }

    /**
     * Takes an invitation back; its link is void, and what it gave in advance is taken back with it.
     *
     * @throws org.cabildo.kernel.Unknown if no such invitation waits here
     * @throws Refused if nobody would be left to administer
     */
    public void withdraw(InvitationId id) {
        var tenant = tenant();
        TenantScope.runPlatform(() -> transaction.executeWithoutResult(_ -> {
            memberships.lock(tenant);
            var one = rows.lock(tenant, id, clock.instant());
            end(one, Invitation.State.WITHDRAWN);
            if (one.invitation().granted()) {
                memberships.takeBack(one.invitation().email(), tenant);
                memberships.refuseWithoutAdministrator(tenant);
            }
        }));
    }

    /** Takes back whatever waits for this address in a tenant it was removed from, in the current transaction. */
    void withdraw(TenantId tenant, String email) {
        rows.lock(tenant, email, clock.instant()).ifPresent(one -> end(one, Invitation.State.WITHDRAWN));
    }

    private void end(InvitationRows.Kept one, Invitation.State state) {
        rows.end(one.invitation().id(), state, clock.instant());
        if (one.mail() != null) {
            mail.drop(one.mail());
        }
    }

    private void send(Wanted wanted) {
        var now = clock.instant();
        if (rows.made(wanted.tenant(), now.minus(DAY)) >= settings.perDay()) {
            throw new Refused(
                    "identity.invitation.many",
                    "This institution sent %s letters within a day, as many as it may: go on tomorrow."
                            .formatted(settings.perDay()),
                    settings.perDay());
        }
        var invitation = rows.prepare(wanted, now, now.plus(settings.validity()));
        var token = InvitationToken.fresh();
        var letter = new InvitationLetter(invitation, settings.link(token)).written();
        rows.add(invitation, token, mail.post(wanted.tenant(), letter));
    }

    private static TenantId tenant() {
        return Officer.require(Role.ADMINISTRATOR).onBehalfOfId();
    }
}
