package org.cabildo.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.identity.Officer;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Role;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Writes and reads notices in the platform's scope. */
@Component
class NoticeRows {

    /** Whether notice {@code n} is addressed to tenant {@code t}. */
    private static final String ADDRESSED = """
             (n.audience = 'ALL'
              or (n.audience = 'KINDS' and t.kind = any (string_to_array(n.kinds, ',')))
              or (n.audience = 'REGIONS' and t.region_code = any (string_to_array(n.regions, ',')))
              or (n.audience = 'CHOSEN' and exists (select from notice_tenant c
                                                     where c.notice_id = n.id and c.tenant_id = t.id)))
            """;

    private static final String COLUMNS = """
            select n.*, (select string_agg(c.tenant_id::text, ',') from notice_tenant c where c.notice_id = n.id) as chosen,
            """;

    private static final String WRITTEN = COLUMNS + """
                   (select count(*)::int from tenant t where
            """ + ADDRESSED + """
                   ) as addressed,
                   (select count(*)::int from notice_reading r where r.notice_id = n.id) as readers
              from notice n
            """;

    private static final String RECEIVED = COLUMNS + """
                   r.read_at
              from notice n join tenant t on t.id = :tenant
              left join notice_reading r on r.notice_id = n.id and r.person_id = :person
             where n.state = 'PUBLISHED' and n.starts_at <= :now and n.reader in (:roles) and
            """ + ADDRESSED;

    private final Sql sql;

    NoticeRows(Sql sql) {
        this.sql = sql;
    }

    List<Notice> all() {
        return sql.of(WRITTEN + " order by n.written_at desc, n.id desc")
                .query(NoticeRows::written)
                .list();
    }

    Optional<Notice> find(NoticeId id) {
        return sql.of(WRITTEN + " where n.id = ?")
                .param(id.value())
                .query(NoticeRows::written)
                .optional();
    }

    /** @param reader who has a role that includes this one gets it */
    void insert(NoticeId id, NoticeDraft said, Role reader, String by, Instant now) {
        bound(sql.of("""
                        insert into notice (id, title_es, text_es, title_en, text_en, severity, starts_at, ends_at, audience,
                                            kinds, regions, reader, written_by, written_at)
                        values (:id, :title, :text, :englishTitle, :englishText, :severity, :starts, :ends, :audience, :kinds,
                                :regions, :reader, :by, :now)
                        """), id, said)
                .param("reader", reader.name())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
        choose(id, said);
    }

    /** Changes a draft. @return whether it was still one */
    boolean change(NoticeId id, NoticeDraft said) {
        int changed = bound(sql.of("""
                        update notice set title_es = :title, text_es = :text, title_en = :englishTitle,
                               text_en = :englishText, severity = :severity, starts_at = :starts, ends_at = :ends,
                               audience = :audience, kinds = :kinds, regions = :regions
                         where id = :id and state = 'DRAFT'
                        """), id, said).update();
        if (changed > 0) {
            sql.of("delete from notice_tenant where notice_id = ?")
                    .param(id.value())
                    .update();
            choose(id, said);
        }
        return changed > 0;
    }

    private void choose(NoticeId id, NoticeDraft said) {
        if (said.audience() instanceof Audience.Chosen(Set<TenantId> tenants)) {
            for (var tenant : tenants) {
                sql.of("insert into notice_tenant (notice_id, tenant_id) values (?, ?)")
                        .param(id.value())
                        .param(tenant.value())
                        .update();
            }
        }
    }

    /** Publishes a draft. @return whether it was still one */
    boolean publish(NoticeId id, Instant now) {
        return sql.of("update notice set state = 'PUBLISHED', published_at = ? where id = ? and state = 'DRAFT'")
                        .param(Timestamp.from(now))
                        .param(id.value())
                        .update()
                > 0;
    }

    /** Withdraws a published one. @return whether it was published */
    boolean withdraw(NoticeId id, Instant now) {
        return sql.of("update notice set state = 'WITHDRAWN', withdrawn_at = ? where id = ? and state = 'PUBLISHED'")
                        .param(Timestamp.from(now))
                        .param(id.value())
                        .update()
                > 0;
    }

    /** Deletes a draft. @return whether it was one; what was once published is kept */
    boolean discard(NoticeId id) {
        return sql.of("delete from notice where id = ? and state = 'DRAFT'")
                        .param(id.value())
                        .update()
                > 0;
    }

    /** What is shown in a tenant now and not read by this person, the most severe first. */
    List<ReceivedNotice> unread(TenantId tenant, Officer reader, Instant now) {
        return to(sql.of(RECEIVED + """
                         and n.ends_at > :now and r.read_at is null
                         order by case n.severity when 'URGENT' then 1 when 'WARNING' then 2 else 3 end, n.starts_at desc
                        """), tenant, reader, now)
                .query(NoticeRows::received)
                .list();
    }

    /** All that was ever told a tenant and stands, the newest first. */
    List<ReceivedNotice> received(TenantId tenant, Officer reader, Instant now) {
        return to(sql.of(RECEIVED + " order by n.starts_at desc, n.id desc limit 200"), tenant, reader, now)
                .query(NoticeRows::received)
                .list();
    }

    /** Whether a tenant was told this, and it stands. */
    boolean isReceived(NoticeId id, TenantId tenant, Officer reader, Instant now) {
        return to(sql.of(RECEIVED + " and n.id = :id"), tenant, reader, now)
                .param("id", id.value())
                .query(NoticeRows::received)
                .optional()
                .isPresent();
    }

    void read(NoticeId id, TenantId tenant, PersonId person, Instant now) {
        sql.of(
                        "insert into notice_reading (notice_id, person_id, tenant_id, read_at) values (?, ?, ?, ?) on conflict do nothing")
                .param(id.value())
                .param(person.value())
                .param(tenant.value())
                .param(Timestamp.from(now))
                .update();
    }

    private static StatementSpec to(StatementSpec statement, TenantId tenant, Officer reader, Instant now) {
        return statement
                .param("tenant", tenant.value())
                .param("person", reader.person().value())
                .param(
                        "roles",
                        Arrays.stream(Role.values())
                                .filter(reader::may)
                                .map(Role::name)
                                .toList())
                .param("now", Timestamp.from(now));
    }

    private static StatementSpec bound(StatementSpec statement, NoticeId id, NoticeDraft said) {
        return statement
                .param("id", id.value())
                .param("title", said.title())
                .param("text", said.text())
                .param("englishTitle", said.englishTitle())
                .param("englishText", said.englishText())
                .param("severity", said.severity().name())
                .param("starts", Timestamp.from(said.startsAt()))
                .param("ends", Timestamp.from(said.endsAt()))
                .param("audience", kind(said.audience()))
                .param(
                        "kinds",
                        said.audience() instanceof Audience.Kinds(Set<TenantKind> kinds)
                                ? kinds.stream().map(Enum::name).sorted().collect(Collectors.joining(","))
                                : "")
                .param(
                        "regions",
                        said.audience() instanceof Audience.Regions(Set<String> codes)
                                ? codes.stream().sorted().collect(Collectors.joining(","))
                                : "");
    }

    private static String kind(Audience audience) {
        return switch (audience) {
            case Audience.All() -> "ALL";
            case Audience.Kinds _ -> "KINDS";
            case Audience.Regions _ -> "REGIONS";
            case Audience.Chosen _ -> "CHOSEN";
        };
    }

    private static Notice written(ResultSet row, int number) throws SQLException {
        return new Notice(
                new NoticeId(row.getObject("id", UUID.class)),
                said(row),
                Notice.State.valueOf(row.getString("state")),
                row.getString("written_by"),
                row.getTimestamp("written_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("published_at")).map(Timestamp::toInstant),
                row.getInt("addressed"),
                row.getInt("readers"));
    }

    private static ReceivedNotice received(ResultSet row, int number) throws SQLException {
        return new ReceivedNotice(
                new NoticeId(row.getObject("id", UUID.class)),
                said(row),
                Optional.ofNullable(row.getTimestamp("read_at")).map(Timestamp::toInstant));
    }

    private static NoticeDraft said(ResultSet row) throws SQLException {
        return new NoticeDraft(
                row.getString("title_es"),
                row.getString("text_es"),
                row.getString("title_en"),
                row.getString("text_en"),
                Severity.valueOf(row.getString("severity")),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                audience(row));
    }

    private static Audience audience(ResultSet row) throws SQLException {
        return switch (row.getString("audience")) {
            case "ALL" -> new Audience.All();
            case "KINDS" ->
                new Audience.Kinds(Arrays.stream(row.getString("kinds").split(","))
                        .map(TenantKind::valueOf)
                        .collect(Collectors.toSet()));
            case "REGIONS" ->
                new Audience.Regions(Set.of(row.getString("regions").split(",")));
            case "CHOSEN" ->
                new Audience.Chosen(Arrays.stream(row.getString("chosen").split(","))
                        .map(UUID::fromString)
                        .map(TenantId::new)
                        .collect(Collectors.toSet()));
            default -> throw new IllegalStateException("A notice of unknown audience");
        };
    }
}
