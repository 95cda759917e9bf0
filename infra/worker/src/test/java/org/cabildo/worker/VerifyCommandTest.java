package org.cabildo.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cabildo.ledger.Entry;
import org.cabildo.ledger.LedgerFile;
import org.cabildo.ledger.Subject;
import org.cabildo.tenancy.TenantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    private static final TenantId TENANT = new TenantId(new UUID(1, 2));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aTrailOfTwo() throws IOException {
        var first = entry(1, Entry.beginning(TENANT));
        var second = entry(2, first.hash());
        file = folder.resolve("bitacora.jsonl");
        try (var written = Files.newOutputStream(file)) {
            for (var line : List.of(LedgerFile.beginning(TENANT), LedgerFile.entry(first), LedgerFile.entry(second))) {
                written.write(line);
                written.write('\n');
            }
        }
    }

    private static Entry entry(long number, String previous) {
        return new Entry(
                TENANT,
                number,
                Instant.EPOCH,
                "PLAN_PUBLISHED",
                new Subject("plan", new UUID(3, 4)),
                null,
                null,
                "{}",
                previous);
    }

    private int run(String language, String... words) {
        out.reset();
        return new VerifyCommand(new PrintStream(out, true, UTF_8), language).run(List.of(words));
    }

    private String said() {
        return out.toString(UTF_8);
    }

    @Test
    void aWholeFileHolds() {
        assertThat(run("es", file.toString())).isZero();
        assertThat(said()).contains("CONCUERDA: 2 anotaciones, y cada una continúa la anterior.", "Cabeza: 2:");

        assertThat(run("en", file.toString())).isZero();
        assertThat(said()).contains("IT HOLDS: 2 entries, and each follows the one before.");
    }

    @Test
    void oneChangedByteIsNamed() throws IOException {
        var bytes = Files.readAllBytes(file);
        var text = new String(bytes, UTF_8).replaceFirst("PLAN_PUBLISHED", "PLAN_PUBLISHER");
        Files.writeString(file, text);

        assertThat(run("es", file.toString())).isOne();
        assertThat(said())
                .contains("NO CONCUERDA. La anotación 2 no continúa la anterior: una de las dos fue cambiada.");
    }

    @Test
    void aHeadFromElsewhereCounts() {
        assertThat(run("es", file.toString(), "--head", "3:" + "a".repeat(64))).isOne();
        assertThat(said()).contains("La bitácora termina antes de la anotación 3");
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThat(run("es")).isEqualTo(2);
        assertThat(said()).contains("Uso: ./cabildo verify ARCHIVO");
        assertThat(run("es", file.toString(), "--head")).isEqualTo(2);
        assertThat(said()).contains("Una cabeza se escribe como número:huella");
        assertThat(run("es", folder.resolve("nada").toString())).isEqualTo(3);
        assertThat(said()).contains("No se puede leer", "no hay tal archivo");
    }
}
