package org.cabildo.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.cabildo.mail.Carrier.NotCarried;
import org.cabildo.tenancy.Seals;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.Postbag;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
class MailDeliveryTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    MailQueue queue;

    @Autowired
    MailDelivery delivery;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Sql sql;

    @Autowired
    Seals seals;

    @Autowired
    JsonMapper json;

    private TenantId renca;
    private final Postbag others = new Postbag();

    @BeforeEach
    void nothingElseWaits() {
        renca = fresh.municipality("renca");
        others.collect(delivery);
    }

    @Test
    void aLetterIsCarriedOnceAndNothingOfItIsLeft() {
        var id = post("ana@renca.invalid");
        var bag = new Postbag();

        bag.collect(delivery);

        assertThat(bag.letterTo("ana@renca.invalid")).isPresent();
        assertThat(fate(id).state()).isEqualTo(Fate.State.SENT);
        assertThat(delivery.carryOne(bag)).isFalse();
        assertThat(sealed(id)).isNull();
    }

    @Test
    void whatWaitsInTheDatabaseTellsNeitherAddressNorText() throws Exception {
        var id = post("secreta@renca.invalid");

        var row = row(id);

        assertThat(row).doesNotContain("secreta", "renca.invalid", "Hola");
    }

    @Test
    void aLetterOfAnActThatFailedIsNeverCarried() {
        assertThatThrownBy(() -> TenantScope.runPlatform(() -> transaction.executeWithoutResult(_ -> {
                    queue.post(renca, letter("nadie@renca.invalid"));
                    throw new IllegalStateException("the act failed");
                })))
                .hasMessage("the act failed");

        assertThat(new Postbag().collect(delivery).letterTo("nadie@renca.invalid"))
                .isEmpty();
    }

    @Test
    void aLetterOutsideAnActIsABug() {
        assertThatThrownBy(() -> TenantScope.platform(() -> queue.post(renca, letter("ana@renca.invalid"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatTheServerRefusesForGoodIsNotTriedAgainAndItsWordsAreKept() {
        var id = post("nadie@renca.invalid");

        delivery.carryOne(refusing("550 5.1.1 no such user", true));

        assertThat(fate(id).state()).isEqualTo(Fate.State.REFUSED);
        assertThat(fate(id).failure()).isEqualTo("550 5.1.1 no such user");
        assertThat(sealed(id)).isNull();
        assertThat(later(Duration.ofDays(3)).carryOne(others)).isFalse();
    }

    @Test
    void whatFailsForNowIsTriedAgainWithGrowingPausesAndGivenUpAtLast() {
        var id = post("lenta@renca.invalid");
        var failing = refusing("451 4.3.0 try later", false);

        delivery.carryOne(failing);
        assertThat(fate(id).state()).isEqualTo(Fate.State.WAITING);
        assertThat(fate(id).failure()).isEqualTo("451 4.3.0 try later");
        assertThat(delivery.carryOne(failing)).as("it rests first").isFalse();
        assertThat(later(Duration.ofSeconds(21)).carryOne(failing)).isTrue();
        assertThat(later(Duration.ofSeconds(100)).carryOne(failing))
                .as("the pauses grow")
                .isFalse();

        for (int days = 1; days <= 8; days++) {
            later(Duration.ofDays(2L * days)).carryOne(failing);
        }
        assertThat(fate(id).state()).isEqualTo(Fate.State.REFUSED);
        assertThat(fate(id).tries()).isEqualTo(10);
    }

    @Test
    void whatAKilledWorkerHadInHandIsCarriedAgain() {
        var id = post("dos@renca.invalid");
        assertThatThrownBy(() -> delivery.carryOne((_, _) -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertThat(delivery.carryOne(others)).as("it is claimed").isFalse();
        assertThat(later(Duration.ofMinutes(6)).carryOne(others)).isTrue();
        assertThat(fate(id).state()).isEqualTo(Fate.State.SENT);
    }

    @Test
    void aDroppedLetterIsNotCarried() {
        var id = post("retirada@renca.invalid");

        TenantScope.runPlatform(() -> queue.drop(id));

        assertThat(new Postbag().collect(delivery).letterTo("retirada@renca.invalid"))
                .isEmpty();
        assertThat(fate(id).state()).isEqualTo(Fate.State.DROPPED);
    }

    @Test
    void twoWorkersNeverCarryTheSameLetter() throws Exception {
        for (int i = 0; i < 20; i++) {
            post("muchas-%d@renca.invalid".formatted(i));
        }
        var carried = java.util.Collections.synchronizedList(new ArrayList<MailId>());
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var worker : List.of(1, 2)) {
                two.execute(() -> {
                    while (delivery.carryOne((id, _) -> carried.add(id))) {
                        Objects.requireNonNull(worker);
                    }
                });
            }
        }

        assertThat(carried).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void lettersLongGoneAreForgotten() {
        var id = post("vieja@renca.invalid");
        others.collect(delivery);

        later(Duration.ofDays(91)).tidy();

        assertThat(TenantScope.platform(() -> queue.fates(List.of(id)))).isEmpty();
    }

    @Test
    void aSubjectCannotSmuggleInAHeader() {
        assertThatThrownBy(() -> new Letter("a@b.cl", Locale.ENGLISH, "Hi\r\nBcc: all@b.cl", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private MailDelivery later(Duration by) {
        return new MailDelivery(sql, seals, json, Clock.offset(Clock.systemUTC(), by));
    }

    private MailId post(String to) {
        return Objects.requireNonNull(
                TenantScope.platform(() -> transaction.execute(_ -> queue.post(renca, letter(to)))));
    }

    private static Letter letter(String to) {
        return new Letter(to, Locale.ENGLISH, "Hola", "Hola", "<p>Hola</p>");
    }

    private static Carrier refusing(String reason, boolean forGood) {
        return (_, _) -> {
            throw new NotCarried(reason, forGood);
        };
    }

    private Fate fate(MailId id) {
        return Objects.requireNonNull(
                TenantScope.platform(() -> queue.fates(List.of(id))).get(id));
    }

    private byte[] sealed(MailId id) {
        return TenantScope.platform(() -> sql.of("select sealed from mail where id = ?")
                .param(id.value())
                .query((row, _) -> new byte[][] {row.getBytes(1)})
                .single())[0];
    }

    private static String row(MailId id) throws Exception {
        var postgres = Machine.postgres();
        try (var connection = postgres.connect(postgres.superuser());
                var query = connection.prepareStatement(
                        "select m::text || encode(m.sealed, 'escape') from platform.mail m where id = ?")) {
            query.setObject(1, id.value());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
