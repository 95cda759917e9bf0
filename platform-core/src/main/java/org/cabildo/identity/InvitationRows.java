package org.cabildo.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Unknown;
import org.cabildo.mail.MailId;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/** The rows of invitations, written by an administrator's act or while a tenant is made. Used in the platform's scope. */
record InvitationRows(Sql sql) {

    /** An invitation with the letter that carries its link. */
    record Kept(Invitation invitation, @Nullable MailId mail) {}

    /**
     * What an invitation is made of.
     *
     * @param name empty: the address stands for it
     * @param invitedBy null: the national coordination
     */
    record Wanted(
            TenantId tenant,
            String email,
            String name,
            Set<Role> roles,
            String language,
            @Nullable String invitedBy,
            boolean granted) {}

    /** Prepares an invitation that is not kept yet: its letter comes first. */
    Invitation prepare(Wanted wanted, Instant now, Instant expires) {
        return sql.of("select name, slug, time_zone from tenant where id = ?")
                .param(wanted.tenant().value())
                .query((row, _) -> new Invitation(
                        new InvitationId(Ids.next()),
                        wanted.tenant(),
                        row.getString("name"),
                        row.getString("slug"),
                        ZoneId.of(row.getString("time_zone")),
                        wanted.email(),
                        wanted.name(),
                        wanted.roles(),
                        Languages.of(wanted.language()),
                        wanted.invitedBy(),
                        wanted.granted(),
                        now,
                        expires,
                        Invitation.State.OPEN,
                        null))
                .single();
    }

    /** The language that whoever has this address chose to be spoken to in, if they are known and did. */
    Optional<String> languageOf(String email) {
        return sql.of("select language from person where email = ? and language is not null")
                .param(email)
                .query(String.class)
                .optional();
    }

    void add(Invitation one, InvitationToken token, MailId mail) {
        sql.of("""
                insert into invitation (id, tenant_id, email, name, roles, language, invited_by, granted, token_hash,
                                        made_at, expires_at, mail_id)
                values (:id, :tenant, :email, :name, :roles, :language, :by, :granted, :hash, :made, :expires, :mail)
                """)
                .param("id", one.id().value())
                .param("tenant", one.tenant().value())
                .param("email", one.email())
                .param("name", one.name())
                .param("roles", Memberships.joined(one.roles()))
                .param("language", Languages.kept(one.language()))
                .param("by", one.invitedBy())
                .param("granted", one.granted())
                .param("hash", token.hash())
                .param("made", Timestamp.from(one.madeAt()))
                .param("expires", Timestamp.from(one.expiresAt()))
                .param("mail", mail.value())
                .update();
    }

    /** How many invitations a tenant made since a moment, whatever became of them: each had a letter. */
    int made(TenantId tenant, Instant since) {
        return sql.of("select count(*) from invitation where tenant_id = ? and made_at > ?")
                .param(tenant.value())
                .param(Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Those whose link works, or would if it had not expired. */
    List<Kept> open(TenantId tenant, Instant now) {
        return sql.of("""
                        select i.*, t.name as tenant_name, t.slug, t.time_zone, i.expires_at <= :now as expired
                          from invitation i join tenant t on t.id = i.tenant_id
                         where i.tenant_id = :tenant and i.state = 'OPEN' order by i.made_at desc
                        """)
                .param("tenant", tenant.value())
                .param("now", Timestamp.from(now))
                .query(InvitationRows::kept)
                .list();
    }

    /** Locks an open invitation of this tenant. */
    Kept lock(TenantId tenant, InvitationId id, Instant now) {
        return sql.of("""
                        select i.*, t.name as tenant_name, t.slug, t.time_zone, i.expires_at <= :now as expired
                          from invitation i join tenant t on t.id = i.tenant_id
                         where i.tenant_id = :tenant and i.id = :id and i.state = 'OPEN' for update of i
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .query(InvitationRows::kept)
                .optional()
                .orElseThrow(() -> new Unknown("invitation", id));
    }

    /** Locks the open invitations of an address in this tenant: one at most. */
    Optional<Kept> lock(TenantId tenant, String email, Instant now) {
        return sql.of("""
                        select i.*, t.name as tenant_name, t.slug, t.time_zone, i.expires_at <= :now as expired
                          from invitation i join tenant t on t.id = i.tenant_id
                         where i.tenant_id = :tenant and i.email = :email and i.state = 'OPEN' for update of i
                        """)
                .param("tenant", tenant.value())
                .param("email", email)
                .param("now", Timestamp.from(now))
                .query(InvitationRows::kept)
                .optional();
    }

    /** What a link leads to, whatever became of it; nothing for suspended tenants. */
    Optional<Invitation> byToken(InvitationToken token, Instant now) {
        return sql.of("""
                        select i.*, t.name as tenant_name, t.slug, t.time_zone, i.expires_at <= :now as expired
                          from invitation i join tenant t on t.id = i.tenant_id
                         where i.token_hash = :hash and t.life = 'ACTIVE'
                        """)
                .param("hash", token.hash())
                .param("now", Timestamp.from(now))
                .query(InvitationRows::kept)
                .optional()
                .map(Kept::invitation);
    }

    /** Uses it up. @return whether it was still open: of two who come at once, one finds that it was not */
    boolean use(InvitationId id, PersonId person, String address, Instant now) {
        return sql.of("""
                        update invitation set state = 'USED', ended_at = :now, used_by = :person, used_with = :address
                         where id = :id and state = 'OPEN' and expires_at > :now
                        """)
                        .param("id", id.value())
                        .param("person", person.value())
                        .param("address", address)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Uses up what was given in advance to this address, because its owner came in without the link. */
    void useGranted(PersonId person, String address, Instant now) {
        sql.of("""
                update invitation set state = 'USED', ended_at = :now, used_by = :person, used_with = :address
                 where email = :address and granted and state = 'OPEN'
                """)
                .param("person", person.value())
                .param("address", address)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Says anew which roles an open invitation gives. */
    void say(InvitationId id, Set<Role> roles) {
        sql.of("update invitation set roles = ? where id = ? and state = 'OPEN'")
                .param(Memberships.joined(roles))
                .param(id.value())
                .update();
    }

    void end(InvitationId id, Invitation.State state, Instant now) {
        sql.of("update invitation set state = ?, ended_at = ? where id = ? and state = 'OPEN'")
                .param(state.name())
                .param(Timestamp.from(now))
                .param(id.value())
                .update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var mail = row.getObject("mail_id", UUID.class);
        var usedBy = row.getObject("used_by", UUID.class);
        var state = Invitation.State.valueOf(row.getString("state"));
        return new Kept(
                new Invitation(
                        new InvitationId(row.getObject("id", UUID.class)),
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        row.getString("tenant_name"),
                        row.getString("slug"),
                        ZoneId.of(row.getString("time_zone")),
                        row.getString("email"),
                        row.getString("name"),
                        Memberships.split(row.getString("roles")),
                        Languages.of(row.getString("language")),
                        row.getString("invited_by"),
                        row.getBoolean("granted"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        state == Invitation.State.OPEN && row.getBoolean("expired") ? Invitation.State.EXPIRED : state,
                        usedBy == null ? null : new PersonId(usedBy)),
                mail == null ? null : new MailId(mail));
    }
}
