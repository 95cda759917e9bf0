package org.cabildo.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.cabildo.identity.Officer;
import org.cabildo.kernel.Ids;
import org.cabildo.ledger.Act;
import org.cabildo.ledger.Entry;
import org.cabildo.ledger.Facts;
import org.cabildo.ledger.Ledger;
import org.cabildo.ledger.LedgerFile;
import org.cabildo.ledger.Subject;
import org.cabildo.ledger.Verifier;
import org.cabildo.tenancy.Provisioning;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What an entry of the ledger costs against a plain row, and how fast a million of them are verified. */
final class LedgerSpeed {

    private static final int TENANTS = 8;
    private static final int THREADS = 8;
    private static final int ROUNDS = 5;
    private static final double SECONDS = 3;
    private static final int ENTRIES = 1_000_000;
    private static final int CHECKS = 5;
    private static final int BUFFER = 1 << 16;

    private interface Append {
        void once(Officer officer);
    }

    /** Makes a PostgreSQL of its own with eight tenants, and measures there. */
    void measure(Report report) throws Exception {
        report.chapter("6. The ledger");
        try (var ground = new Ground();
                var rooms = ground.asWorker()) {
            rooms.getBean(Provisioning.class).migratePlatform();
            var settlers = new Settlers(rooms);
            settlers.order(TENANTS);
            new Workers(rooms).work(TENANTS);
            var tenants = rooms.getBean(Tenants.class).all();
            for (var tenant : tenants) {
                var schema = ground.schemaOf(tenant);
                ground.run("create table %1$s.plain_entry (like %1$s.ledger_entry including indexes);".formatted(schema)
                        + " grant insert on %1$s.plain_entry to %1$s_office".formatted(schema));
            }
            append(report, rooms, settlers, tenants);
        }
        verify(report);
    }

    private void append(Report report, ApplicationContext rooms, Settlers settlers, List<Tenant> tenants)
            throws Exception {
        var officers = tenants.stream().map(settlers::administrator).toList();
        var ledger = rooms.getBean(Ledger.class);
        var transaction = rooms.getBean(TransactionTemplate.class);
        var sql = rooms.getBean(Sql.class);
        var number = new AtomicLong();
        Append entry = _ -> transaction.executeWithoutResult(_ -> ledger.add(
                Act.PROGRESS_REPORTED, new Subject("milestone", new UUID(1, number.incrementAndGet())), facts()));
        Append plain = officer -> transaction.executeWithoutResult(_ -> insert(sql, officer, number.incrementAndGet()));
        report.say("""
                %d threads add for %.0f s each in turn, %d rounds: an entry by `Ledger.add` in a transaction that does nothing else,
                and one row of the same columns in a table with the same indexes. Once all threads are of one tenant, so that they
                wait for each other, and once each is of another. PostgreSQL runs with `fsync` and `synchronous_commit` on.""", THREADS, SECONDS, ROUNDS);
        var rows = new ArrayList<List<String>>();
        for (int many : new int[] {1, TENANTS}) {
            var entries = new double[ROUNDS];
            var plains = new double[ROUNDS];
            perSecond(entry, tenants, officers, many); // warms up
            perSecond(plain, tenants, officers, many);
            for (int round = 0; round < ROUNDS; round++) {
                entries[round] = perSecond(entry, tenants, officers, many);
                plains[round] = perSecond(plain, tenants, officers, many);
            }
            var ratio = Sample.of(entries).over(Sample.of(plains));
            rows.add(List.of(
                    many == 1 ? "one tenant" : many + " tenants",
                    Sample.of(entries).each("%.0f"),
                    Sample.of(plains).each("%.0f"),
                    ratio.each("%.2f")));
            report.add(Figure.atLeast(
                    "Ledger, " + (many == 1 ? "one tenant" : many + " tenants") + ": entries/s against plain inserts",
                    many == 1 ? 0.15 : 0.4,
                    ratio.median(),
                    " ×",
                    "–"));
        }
        report.table(List.of("Rows/s", "entries", "plain", "ratio"), rows);
    }

    private static Facts facts() {
        return new Facts()
                .with("commitment", "0197a000-0000-7000-8000-000000000001")
                .with("report", Ids.next().toString())
                .with("from", 10)
                .with("to", 20);
    }

    private static void insert(Sql sql, Officer officer, long number) {
        sql.of("""
                insert into plain_entry
                  (number, happened_at, act, object_kind, object_id, actor, on_behalf_of, facts, previous, hash)
                values (:number, :at, :act, :kind, :id, :actor, :behalf, :facts, :previous, :hash)
                """)
                .param("number", number)
                .param("at", Timestamp.from(Instant.now()))
                .param("act", "PROGRESS_REPORTED")
                .param("kind", "milestone")
                .param("id", new UUID(1, number))
                .param("actor", "0".repeat(64))
                .param("behalf", officer.onBehalfOf())
                .param("facts", "{\"commitment\":\"0197a000-0000-7000-8000-000000000001\",\"from\":10,\"to\":20}")
                .param("previous", "%064x".formatted(number))
                .param("hash", "%064x".formatted(number + 1))
                .update();
    }

    private static double perSecond(Append append, List<Tenant> tenants, List<Officer> officers, int many)
            throws Exception {
        var done = new AtomicLong();
        long begun = System.nanoTime();
        long end = begun + (long) (SECONDS * 1e9);
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                var tenant = tenants.get(i % many).id();
                var officer = officers.get(i % many);
                running.add(threads.submit(() -> TenantScope.in(
                        tenant,
                        () -> officer.act(() -> {
                            while (System.nanoTime() < end) {
                                append.once(officer);
                                done.incrementAndGet();
                            }
                            return true;
                        }))));
            }
        }
        for (var one : running) {
            one.get();
        }
        return done.get() / ((System.nanoTime() - begun) / 1e9);
    }

    private void verify(Report report) throws IOException, GeneralSecurityException {
        var file = Files.createTempFile("cabildo-ledger", ".jsonl");
        try {
            write(file);
            bare(file); // the page cache has it, and both are compiled
            check(file);
            var own = new double[CHECKS];
            var bare = new double[CHECKS];
            for (int round = 0; round < CHECKS; round++) {
                bare[round] = bare(file);
                own[round] = check(file);
            }
            var ratio = Sample.of(bare).over(Sample.of(own));
            report.say(
                    "`Verifier` goes through a file of %,d entries (%.0f MB) in %.2f s (median of %d); bare SHA-256 over the same"
                            + " bytes, read the same way, takes %.2f s. Ratios: %s.",
                    ENTRIES,
                    Files.size(file) / 1e6,
                    Sample.of(own).median(),
                    CHECKS,
                    Sample.of(bare).median(),
                    ratio.each("%.2f"));
            report.add(Figure.atLeast(
                    "Verification of 1,000,000 entries against bare SHA-256 over the same bytes",
                    0.5,
                    ratio.median(),
                    " ×",
                    "–"));
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file) throws IOException, GeneralSecurityException {
        var tenant = new TenantId(new UUID(0x0197a000_0000_7000L, 0x8000_0000_0000_0001L));
        var sha = MessageDigest.getInstance("SHA-256");
        var noon = Instant.parse("2026-11-20T15:00:00Z");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            out.write(LedgerFile.beginning(tenant));
            out.write('\n');
            var previous = Entry.beginning(tenant);
            for (int number = 1; number <= ENTRIES; number++) {
                var text = new Entry(
                                tenant,
                                number,
                                noon.plusMillis(number),
                                "PROGRESS_REPORTED",
                                new Subject("milestone", new UUID(7, number)),
                                "0".repeat(64),
                                "Municipalidad de Renca",
                                "{\"commitment\":\"0197a000-0000-7000-8000-000000000001\",\"from\":10,\"to\":20}",
                                previous)
                        .text();
                out.write(text);
                out.write('\n');
                previous = HexFormat.of().formatHex(sha.digest(text));
            }
        }
    }

    private static double check(Path file) throws IOException {
        long begun = System.nanoTime();
        try (var in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            var verdict = Verifier.verify(in, List.of());
            if (!verdict.holds() || verdict.entries() != ENTRIES) {
                throw new IllegalStateException("The file should hold: " + verdict);
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double bare(Path file) throws IOException, GeneralSecurityException {
        long begun = System.nanoTime();
        var sha = MessageDigest.getInstance("SHA-256");
        var buffer = new byte[BUFFER];
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
            }
        }
        if (sha.digest().length != 32) {
            throw new IllegalStateException("SHA-256 has 32 bytes");
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
