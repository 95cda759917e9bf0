package org.cabildo.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.identity.Officer;
import org.cabildo.identity.PersonId;
import org.cabildo.kernel.Ids;
import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes and reads comments of the tenant in scope. Who people are stands apart, so that they can be forgotten. */
@Component
class CommentRows {

    /** Comments as the person {@code :me} sees them. */
    private static final String SEEN = """
            select c.id, w.name as author, c.on_behalf_of, c.said, c.written_at, c.edited_at,
                   c.removed_at, r.name as removed_by, c.resolved_at, s.name as resolved_by,
                   array(select p.name from comment_mention m join comment_person p on p.id = m.person
                          where m.comment_id = c.id order by p.name collate "es-x-icu") as mentioned,
                   exists (select from comment_mention m join comment_person p on p.id = m.person
                            where m.comment_id = c.id and p.person_id = :me and m.read_at is null) as for_me,
                   coalesce(w.person_id = :me, false) as mine,
                   exists (select from comment l
                            where l.commitment_id = c.commitment_id and l.author <> c.author and l.removed_at is null
                              and (l.written_at, l.id) > (c.written_at, c.id)) as answered
              from comment c join comment_person w on w.id = c.author
              left join comment_person r on r.id = c.removed_by
              left join comment_person s on s.id = c.resolved_by
            """;

    private final Sql sql;

    CommentRows(Sql sql) {
        this.sql = sql;
    }

    /** All of a commitment, in the order in which they were written. */
    List<Comment> of(CommitmentId commitment, PersonId me) {
        return sql.of(SEEN + " where c.commitment_id = :commitment order by c.written_at, c.id")
                .param("commitment", commitment.value())
                .param("me", me.value())
                .query(CommentRows::seen)
                .list();
    }

    Optional<Comment> find(CommentId id, PersonId me) {
        return sql.of(SEEN + " where c.id = :id")
                .param("id", id.value())
                .param("me", me.value())
                .query(CommentRows::seen)
                .optional();
    }

    /** Makes whoever else changes it wait until the transaction ends. */
    void hold(CommentId id) {
        sql.of("select 1 from comment where id = ? for update")
                .param(id.value())
                .query(Integer.class)
                .optional();
    }

    void add(CommentId id, CommitmentId commitment, Officer officer, String said, Instant now) {
        sql.of("""
                insert into comment (id, commitment_id, author, on_behalf_of, said, written_at)
                values (:id, :commitment, :author, :behalf, :said, :now)
                """)
                .param("id", id.value())
                .param("commitment", commitment.value())
                .param("author", known(officer.person(), officer.name()))
                .param("behalf", officer.onBehalfOf())
                .param("said", said)
                .param("now", Timestamp.from(now))
                .update();
    }

    void mention(CommentId id, PersonId person, String name) {
        sql.of("insert into comment_mention (comment_id, person) values (?, ?)")
                .param(id.value())
                .param(known(person, name))
                .update();
    }

    void edit(CommentId id, String said, Instant now) {
        sql.of("update comment set said = ?, edited_at = ? where id = ?")
                .param(said)
                .param(Timestamp.from(now))
                .param(id.value())
                .update();
    }

    void remove(CommentId id, Officer by, Instant now) {
        sql.of("delete from comment_mention where comment_id = ?")
                .param(id.value())
                .update();
        sql.of("update comment set said = '', removed_at = ?, removed_by = ? where id = ?")
                .param(Timestamp.from(now))
                .param(known(by.person(), by.name()))
                .param(id.value())
                .update();
    }

    void resolve(CommentId id, Officer by, Instant now) {
        sql.of("update comment set resolved_at = ?, resolved_by = ? where id = ? and resolved_at is null")
                .param(Timestamp.from(now))
                .param(known(by.person(), by.name()))
                .param(id.value())
                .update();
    }

    void reopen(CommentId id) {
        sql.of("update comment set resolved_at = null, resolved_by = null where id = ?")
                .param(id.value())
                .update();
    }

    /** Nothing of a commitment's talk waits for this person any more. */
    void read(CommitmentId commitment, PersonId person, Instant now) {
        sql.of("""
                update comment_mention set read_at = :now
                 where read_at is null and person = (select id from comment_person where person_id = :person)
                   and comment_id in (select id from comment where commitment_id = :commitment)
                """)
                .param("now", Timestamp.from(now))
                .param("person", person.value())
                .param("commitment", commitment.value())
                .update();
    }

    /** What waits for this person, the last first. */
    List<Waiting> waiting(PersonId person) {
        return sql.of("""
                        select c.commitment_id, count(*)::int as many, max(c.written_at) as at,
                               (array_agg(w.name order by c.written_at desc, c.id desc))[1] as by_whom
                          from comment_mention m join comment_person p on p.id = m.person
                          join comment c on c.id = m.comment_id join comment_person w on w.id = c.author
                         where p.person_id = ? and m.read_at is null
                         group by c.commitment_id order by at desc, c.commitment_id
                        """).param(person.value()).query(CommentRows::waiting).list();
    }

    /** Somebody whom a comment turned to, and who was not written a letter about it. */
    record Unwritten(UUID person, PersonId id, UUID plan, CommitmentId commitment, String by) {}

    /** Those of a comment who have not opened the talk, but for whoever has a letter about that commitment already. */
    List<Unwritten> unwritten(CommentId id) {
        return sql.of("""
                        select m.person, p.person_id, k.plan_id, c.commitment_id, w.name as by_whom
                          from comment_mention m join comment_person p on p.id = m.person and p.person_id is not null
                          join comment c on c.id = m.comment_id join comment_person w on w.id = c.author
                          join commitment k on k.id = c.commitment_id
                         where m.comment_id = ? and m.read_at is null
                           and not exists (select from comment_mention o join comment oc on oc.id = o.comment_id
                                            where o.person = m.person and oc.commitment_id = c.commitment_id
                                              and o.read_at is null and o.letter_at is not null)
                        """).param(id.value()).query(CommentRows::unwritten).list();
    }

    void written(CommentId id, UUID person, Instant now) {
        sql.of("update comment_mention set letter_at = ? where comment_id = ? and person = ?")
                .param(Timestamp.from(now))
                .param(id.value())
                .param(person)
                .update();
    }

    /** Nothing leads from what was said to this person any more. @return whether anything did */
    boolean forget(PersonId person) {
        return sql.of("update comment_person set person_id = null, name = '' where person_id = ?")
                        .param(person.value())
                        .update()
                > 0;
    }

    /** What stands for a person among the comments, by the name they have now. */
    private UUID known(PersonId person, String name) {
        return sql.of("""
                        insert into comment_person (id, person_id, name) values (?, ?, ?)
                        on conflict (person_id) do update set name = excluded.name returning id
                        """)
                .param(Ids.next())
                .param(person.value())
                .param(name)
                .query(UUID.class)
                .single();
    }

    private static Comment seen(ResultSet row, int number) throws SQLException {
        var edited = row.getTimestamp("edited_at");
        return new Comment(
                new CommentId(row.getObject("id", UUID.class)),
                row.getString("author"),
                row.getString("on_behalf_of"),
                row.getString("said"),
                row.getTimestamp("written_at").toInstant(),
                edited == null ? null : edited.toInstant(),
                mark(row.getString("removed_by"), row.getTimestamp("removed_at")),
                mark(row.getString("resolved_by"), row.getTimestamp("resolved_at")),
                Arrays.asList((String[]) row.getArray("mentioned").getArray()),
                row.getBoolean("for_me"),
                row.getBoolean("mine"),
                row.getBoolean("answered"));
    }

    private static Comment.@Nullable Mark mark(@Nullable String by, @Nullable Timestamp at) {
        return by == null || at == null ? null : new Comment.Mark(by, at.toInstant());
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                new CommitmentId(row.getObject("commitment_id", UUID.class)),
                row.getInt("many"),
                row.getString("by_whom"),
                row.getTimestamp("at").toInstant());
    }

    private static Unwritten unwritten(ResultSet row, int number) throws SQLException {
        return new Unwritten(
                row.getObject("person", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getObject("plan_id", UUID.class),
                new CommitmentId(row.getObject("commitment_id", UUID.class)),
                row.getString("by_whom"));
    }
}
