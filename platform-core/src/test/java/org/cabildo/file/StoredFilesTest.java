package org.cabildo.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.testing.Papers.pdf;
import static org.cabildo.testing.Papers.sent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cabildo.file.published.FileKind;
import org.cabildo.file.published.PublishedFiles;
import org.cabildo.file.storage.S3Server;
import org.cabildo.file.storage.Storage;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

@RoomTest
class StoredFilesTest {

    private static final int MOST = 20 << 20; // bytes, as core.properties says

    @Autowired
    StoredFiles files;

    @Autowired
    FileCatalogue catalogue;

    @Autowired
    UnusedFiles unused;

    @Autowired
    PublishedFiles published;

    @Autowired
    Storage storage;

    @Autowired
    FileSettings settings;

    @Autowired
    Kinds kinds;

    @Autowired
    Pictures pictures;

    @Autowired
    org.cabildo.tenancy.Tenants tenants;

    @Autowired
    Clock clock;

    @Autowired
    Sql sql;

    @Autowired
    FreshTenants fresh;

    @Test
    @AsTenant("renca")
    void keepsAFileUnderTheHashOfItsContent() throws IOException {
        var kept = files.keep(sent("Acta.pdf", pdf("uno")));

        assertThat(kept.kind()).isEqualTo(FileKind.PDF);
        assertThat(kept.name()).isEqualTo("Acta.pdf");
        assertThat(files.require(kept.id())).isEqualTo(kept);
        try (var content = files.open(kept.id())) {
            assertThat(content.readAllBytes()).isEqualTo(pdf("uno"));
        }
    }

    @Test
    @AsTenant("renca")
    void aPhotographIsKeptWithoutThePlaceWhereItWasTaken() throws IOException {
        var kept = files.keep(sent("foto.jpg", Samples.photograph(40, 20, 6)));

        try (var content = files.open(kept.id())) {
            var bytes = content.readAllBytes();
            assertThat(bytes).hasSize((int) kept.bytes());
            assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("Exif", Samples.LATITUDE);
        }
    }

    @Test
    @AsTenant("renca")
    void equalFilesAreKeptOnceAndTakeRoomOnce() {
        var first = files.keep(sent("uno.pdf", pdf("igual")));
        var room = room();

        var second = files.keep(sent("otro.pdf", pdf("igual")));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(room()).isEqualTo(room).isEqualTo(first.bytes());
        assertThat(onDisk()).hasSize(1);
    }

    @Test
    @AsTenant("renca")
    void aFileOfJustTheLimitIsTakenAndOneByteMoreIsRefused() {
        var text = new byte[MOST];
        java.util.Arrays.fill(text, (byte) 'a');
        assertThat(files.keep(sent("justo.txt", text)).bytes()).isEqualTo(MOST);

        for (long said : new long[] {MOST + 1L, -1}) {
            var stream =
                    new SequenceInputStream(new ByteArrayInputStream(text), new ByteArrayInputStream(new byte[] {'b'}));
            assertThatThrownBy(() -> files.keep(new Arrival("mucho.txt", said, stream)))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.code()).isEqualTo("file.size");
                        assertThat(refused.arguments()).containsExactly(MOST + 1L, (long) MOST);
                    });
        }
        assertThat(onDisk()).hasSize(1);
    }

    @Test
    @AsTenant("renca")
    void anUploadThatIsCutLeavesNothing() {
        var whole = pdf("cortado");
        var before = temporary();

        var half = new ByteArrayInputStream(whole, 0, whole.length / 2);
        assertRefused("file.cut", () -> files.keep(new Arrival("a.pdf", whole.length, half)));
        assertRefused("file.cut", () -> files.keep(new Arrival("a.pdf", whole.length, new Broken(whole))));

        assertThat(onDisk()).isEmpty();
        assertThat(room()).isZero();
        assertThat(sql.of("select count(*) from stored_file")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(temporary()).isEqualTo(before);
    }

    @Test
    @AsTenant("renca")
    void whatIsRefusedLeavesNothing() {
        var before = temporary();
        assertRefused("file.empty", () -> files.keep(sent("nada.pdf", new byte[0])));
        assertRefused("file.kind.page", () -> files.keep(sent("foto.png", Samples.bytes("<html><script>x</script>"))));
        assertRefused("file.name", () -> files.keep(sent("acta.pdf", Samples.png(3, 3))));
        assertRefused("file.picture.pixels", () -> files.keep(sent("foto.png", Samples.pixelBomb())));

        assertThat(onDisk()).isEmpty();
        assertThat(room()).isZero();
        assertThat(temporary()).isEqualTo(before);
    }

    @Test
    @AsTenant("renca")
    void theLastByteOfTheQuotaIsGivenAndNotOneMore() {
        var first = new StoredFile(id('a'), "a.pdf", FileKind.PDF, 600);
        var second = new StoredFile(id('b'), "b.pdf", FileKind.PDF, 401);
        catalogue.expect(first, "Ana", 1000);

        assertThatThrownBy(() -> catalogue.expect(second, "Ana", 1000))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("file.quota");
                    assertThat(refused.arguments()).containsExactly(401L, 1000L, 400L);
                });
        assertThat(catalogue.expect(new StoredFile(id('c'), "c.pdf", FileKind.PDF, 400), "Ana", 1000))
                .isTrue();
        assertThat(room()).isEqualTo(1000);
    }

    @Test
    @AsTenant("renca")
    void aFileWhoseBytesWereNotWrittenIsNotThereAndIsWrittenTheNextTime() {
        var away = new StoredFiles(catalogue, kinds, pictures, new Away(), settings, tenants);
        assertThatThrownBy(() -> away.keep(sent("a.pdf", pdf("dos veces"))))
                .isInstanceOf(DataAccessResourceFailureException.class);
        var id = new FileId(
                sql.of("select sha256 from stored_file").query(String.class).single());
        assertThatThrownBy(() -> files.require(id)).isInstanceOf(Unknown.class);
        assertRefused("file.gone", () -> files.publish(id, "a.pdf"));

        var kept = files.keep(sent("a.pdf", pdf("dos veces")));

        assertThat(kept.id()).isEqualTo(id);
        assertThat(files.require(id)).isEqualTo(kept);
        assertThat(onDisk()).hasSize(1);
    }

    @Test
    @AsTenant("renca")
    void aBucketKeepsFilesAsAFolderDoes() throws IOException {
        try (var server = S3Server.start();
                var bucket = server.storage(S3Server.SECRET_KEY)) {
            var there = new StoredFiles(catalogue, kinds, pictures, bucket, settings, tenants);

            var kept = there.keep(sent("a.pdf", pdf("en un balde")));

            try (var content = there.open(kept.id())) {
                assertThat(content.readAllBytes()).isEqualTo(pdf("en un balde"));
            }
            var tomorrow = Clock.offset(clock, Duration.ofHours(25));
            assertThat(new UnusedFiles(catalogue, bucket, settings, tomorrow).forget())
                    .isEqualTo(1);
        }
        assertThat(onDisk()).isEmpty();
    }

    @Test
    @AsTenant("renca")
    void onlyWhatIsPublishedIsPublic() throws IOException {
        var secret = files.keep(sent("borrador.pdf", pdf("secreto")));
        var open = files.keep(sent("acta.pdf", pdf("abierto")));

        files.publish(open.id(), "Acta firmada.pdf");

        assertThat(published.find(secret.id().sha256())).isEmpty();
        var found = published.find(open.id().sha256()).orElseThrow();
        assertThat(found.name()).isEqualTo("Acta firmada.pdf");
        try (var content = published.open(found)) {
            assertThat(content.readAllBytes()).isEqualTo(pdf("abierto"));
        }
        for (var noHash :
                new String[] {"", "x", "../" + open.id(), open.id().sha256().toUpperCase(java.util.Locale.ROOT)}) {
            assertThat(published.find(noHash)).isEmpty();
        }
    }

    @Test
    @AsTenant("renca")
    void whatNobodyUsesIsForgottenAfterADayAndWhatIsUsedNever() {
        var idle = files.keep(sent("nadie.pdf", pdf("nadie lo usa")));
        var used = files.keep(sent("usado.pdf", pdf("se usa")));
        files.publish(used.id(), used.name());
        assertThat(unused.forget()).isZero();

        var tomorrow = Clock.offset(clock, Duration.ofHours(25));
        assertThat(new UnusedFiles(catalogue, storage, settings, tomorrow).forget())
                .isEqualTo(1);

        assertThatThrownBy(() -> files.require(idle.id())).isInstanceOf(Unknown.class);
        assertThat(files.require(used.id())).isEqualTo(used);
        assertThat(onDisk()).containsExactly(used.id().sha256());
        assertThat(room()).isEqualTo(used.bytes());
    }

    @Test
    @AsTenant("renca")
    void whoeverPutsAFileInAgainKeepsItFromBeingForgotten() {
        var kept = files.keep(sent("a.pdf", pdf("de nuevo")));
        sql.of("update stored_file set uploaded_at = ?")
                .param(java.sql.Timestamp.from(clock.instant().minus(Duration.ofDays(3))))
                .update();

        files.keep(sent("a.pdf", pdf("de nuevo")));

        assertThat(unused.forget()).isZero();
        assertThat(files.require(kept.id())).isEqualTo(kept);
    }

    @Test
    @AsTenant(value = "renca", role = Role.READER)
    void aReaderPutsNothingIn() {
        assertRefused("identity.role.editor", () -> files.keep(sent("a.pdf", pdf("x"))));
    }

    @Test
    void equalFilesOfTwoTenantsLieApartAndNeitherReachesTheOthers() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var mine = as(renca, () -> files.keep(sent("a.pdf", pdf("de Renca"))));
        var both = as(renca, () -> files.keep(sent("b.pdf", pdf("de ambas"))));
        as(maipu, () -> files.keep(sent("b.pdf", pdf("de ambas"))));
        as(renca, () -> files.publish(mine.id(), "a.pdf"));
        as(renca, () -> files.publish(both.id(), "b.pdf"));

        assertThatThrownBy(() -> as(maipu, () -> files.require(mine.id()))).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> as(maipu, () -> files.open(mine.id()))).isInstanceOf(Unknown.class);
        assertRefused("file.gone", () -> as(maipu, () -> files.publish(mine.id(), "a.pdf")));
        assertThat(TenantScope.in(maipu, () -> published.find(mine.id().sha256())))
                .isEmpty();
        assertThat(TenantScope.in(maipu, () -> published.find(both.id().sha256())))
                .as("another tenant published it, this one did not")
                .isEmpty();
        var foreign =
                TenantScope.in(renca, () -> published.find(mine.id().sha256())).orElseThrow();
        assertThatThrownBy(() -> TenantScope.in(maipu, () -> published.open(foreign)))
                .as("what was found in one scope leads nowhere in another")
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(onDisk(renca)).hasSize(2);
        assertThat(onDisk(maipu)).hasSize(1);
    }

    @Test
    void forgettingInOneTenantLeavesTheOthersBytes() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        as(renca, () -> files.keep(sent("b.pdf", pdf("de las dos"))));
        as(maipu, () -> files.keep(sent("b.pdf", pdf("de las dos"))));

        var tomorrow = Clock.offset(clock, Duration.ofHours(25));
        TenantScope.in(renca, () -> new UnusedFiles(catalogue, storage, settings, tomorrow).forget());

        assertThat(onDisk(renca)).isEmpty();
        assertThat(onDisk(maipu)).hasSize(1);
    }

    @Test
    void anOfficerOfAnotherTenantIsNobodyHere() {
        var renca = fresh.municipality("renca");
        var kept = as(renca, () -> files.keep(sent("a.pdf", pdf("ajeno"))));
        var stranger = fresh.officer(fresh.municipality("maipu"), Role.ADMINISTRATOR);

        assertThatThrownBy(() -> TenantScope.in(renca, () -> stranger.act(() -> files.open(kept.id()))))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() ->
                        TenantScope.in(renca, () -> stranger.act(() -> files.keep(sent("a.pdf", pdf("intruso"))))))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void outsideAnyScopeThereIsNothing() {
        var id = id('a');
        assertThatThrownBy(() -> published.find(id.sha256())).hasRootCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> files.require(id)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(unused::forget).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TenantScope.platform(unused::forget)).isInstanceOf(IllegalStateException.class);
    }

    private static FileId id(char digit) {
        return new FileId(String.valueOf(digit).repeat(64));
    }

    private long room() {
        return sql.of("select bytes from file_room").query(Long.class).single();
    }

    private static Set<String> onDisk() {
        return onDisk(TenantScope.tenant());
    }

    private static Set<String> onDisk(TenantId tenant) {
        var folder = Machine.files().resolve(tenant.toString());
        if (Files.notExists(folder)) {
            return Set.of();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> temporary() {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().matches("cabildo-file\\d+"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertRefused(String code, Supplier<?> work) {
        assertThatThrownBy(work::get)
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo(code);
    }

    private <T> T as(TenantId tenant, Supplier<T> work) {
        return TenantScope.in(tenant, () -> fresh.officer(tenant, Role.EDITOR).act(work::get));
    }

    /** A connection that breaks half-way. */
    private static final class Broken extends InputStream {

        private final InputStream half;

        Broken(byte[] whole) {
            half = new ByteArrayInputStream(whole, 0, whole.length / 2);
        }

        @Override
        public int read() throws IOException {
            int next = half.read();
            if (next < 0) {
                throw new IOException("Connection reset");
            }
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = half.read(into, from, length);
            if (count < 0) {
                throw new IOException("Connection reset");
            }
            return count;
        }
    }

    /** A storage that does not answer. */
    private static final class Away implements Storage {

        @Override
        public void keep(org.cabildo.file.storage.Place place, Path content) {
            throw new DataAccessResourceFailureException("away");
        }

        @Override
        public InputStream open(org.cabildo.file.storage.Place place) {
            throw new DataAccessResourceFailureException("away");
        }

        @Override
        public void forget(org.cabildo.file.storage.Place place) {
            throw new DataAccessResourceFailureException("away");
        }
    }
}
