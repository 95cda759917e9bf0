package org.cabildo.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Component;

/** Reads the trail of the tenant in scope. */
@Component
public class Trail {

    private static final int CHUNK = 1_000;
    private final Sql sql;

    /** A head with the key that signed it. */
    public record SignedHead(Head head, String publicKey) {}

    private record Word(long number, String name, String key, String words) {}

    Trail(Sql sql) {
        this.sql = sql;
    }

    /** The last signed head; empty before the first act. */
    public Optional<SignedHead> head() {
        var tenant = TenantScope.tenant();
        return sql.of("select * from published_ledger_head order by count desc limit 1")
                .query((row, _) -> signed(tenant, row))
                .optional();
    }

    /** Entries from this number on, in their order. */
    public List<Entry> entries(long from, int limit) {
        var tenant = TenantScope.tenant();
        return sql.of("select * from ledger_entry where number >= ? order by number limit ?")
                .param(from)
                .param(limit)
                .query((row, _) -> entry(tenant, row))
                .list();
    }

    /** An entry with the hash that its row bears. */
    record Stored(Entry entry, String hash) {}

    /** Rows from this number on, in their order. */
    List<Stored> stored(long from, int limit) {
        var tenant = TenantScope.tenant();
        return sql.of("select * from ledger_entry where number >= ? order by number limit ?")
                .param(from)
                .param(limit)
                .query((row, _) -> new Stored(entry(tenant, row), row.getString("hash")))
                .list();
    }

    /** The newest entries up to this number, newest first. */
    public List<Entry> newest(long to, int limit) {
        var tenant = TenantScope.tenant();
        return sql.of("select * from ledger_entry where number <= ? order by number desc limit ?")
                .param(to)
                .param(limit)
                .query((row, _) -> entry(tenant, row))
                .list();
    }

    /** Writes the trail as a {@link LedgerFile}, up to the last signed head. */
    public void export(OutputStream out) throws IOException {
        var tenant = TenantScope.tenant();
        var head = head();
        if (head.isPresent()) {
            line(out, LedgerFile.key(head.get().head().key(), head.get().publicKey()));
            line(out, LedgerFile.head(head.get().head()));
        }
        line(out, LedgerFile.beginning(tenant));
        long end = head.map(each -> each.head().count()).orElse(0L);
        for (long from = 1; from <= end; from += CHUNK) {
            write(out, from, Math.min(end, from + CHUNK - 1));
        }
    }

    private void write(OutputStream out, long from, long to) throws IOException {
        var words = new ArrayList<>(words(from, to));
        for (var entry : entries(from, Math.toIntExact(to - from + 1))) {
            line(out, LedgerFile.entry(entry));
            while (!words.isEmpty() && words.getFirst().number() == entry.number()) {
                var word = words.removeFirst();
                line(out, LedgerFile.word(word.number(), word.name(), word.key(), word.words()));
            }
        }
    }

    /** The newest entries of these objects up to this number, newest first. */
    public List<Entry> of(Collection<UUID> objects, long to, int limit) {
        if (objects.isEmpty()) {
            return List.of();
        }
        var tenant = TenantScope.tenant();
        return sql.of("""
                        select * from ledger_entry where object_id in (:objects) and number <= :to
                         order by number desc limit :limit
                        """)
                .param("objects", objects)
                .param("to", to)
                .param("limit", limit)
                .query((row, _) -> entry(tenant, row))
                .list();
    }

    /** The newest entries of settings and of what was done to the tenant as a whole, newest first. */
    List<Entry> ofSettings(int limit) {
        var tenant = TenantScope.tenant();
        return sql.of("""
                        select * from ledger_entry where object_kind in ('portal', 'pillars', 'tenant')
                         order by number desc limit ?
                        """).param(limit).query((row, _) -> entry(tenant, row)).list();
    }

    /** The words of these entries that were not erased. */
    private Map<Long, SortedMap<String, String>> wordsOf(Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<Long, SortedMap<String, String>>();
        sql.of("select number, name, words from published_ledger_word where number in (:numbers)")
                .param("numbers", entries.stream().map(Entry::number).toList())
                .query(row -> {
                    found.computeIfAbsent(row.getLong("number"), _ -> new TreeMap<>())
                            .put(row.getString("name"), row.getString("words"));
                });
        return found;
    }

    /** Tells entries, given newest first. */
    public List<Told> told(List<Entry> newest) {
        return Told.all(newest, wordsOf(newest));
    }

    private List<Word> words(long from, long to) {
        return sql.of("select * from published_ledger_word where number between ? and ? order by number, name")
                .param(from)
                .param(to)
                .query((row, _) -> new Word(
                        row.getLong("number"),
                        row.getString("name"),
                        Base64.getEncoder().encodeToString(row.getBytes("key")),
                        row.getString("words")))
                .list();
    }

    private static void line(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    private static Entry entry(TenantId tenant, ResultSet row) throws SQLException {
        return new Entry(
                tenant,
                row.getLong("number"),
                row.getTimestamp("happened_at").toInstant(),
                row.getString("act"),
                new Subject(row.getString("object_kind"), row.getObject("object_id", UUID.class)),
                row.getString("actor"),
                row.getString("on_behalf_of"),
                row.getString("facts"),
                row.getString("previous"));
    }

    static SignedHead signed(TenantId tenant, ResultSet row) throws SQLException {
        return new SignedHead(
                new Head(
                        tenant,
                        row.getLong("count"),
                        row.getString("hash"),
                        row.getTimestamp("signed_at").toInstant(),
                        row.getString("key_id"),
                        row.getString("signature")),
                row.getString("public_key"));
    }
}
