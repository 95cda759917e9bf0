package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

    private static final Login LOGIN = new Login("tabc_office", "the password");
    private final Vault vault = new Vault(key(1));

    @Test
    void givesBackWhatItSealed() {
        assertThat(vault.open("tabc_office", vault.seal(LOGIN))).isEqualTo(LOGIN);
    }

    @Test
    void doesNotOpenWithAnotherKey() {
        var sealed = vault.seal(LOGIN);

        assertThatThrownBy(() -> new Vault(key(2)).open("tabc_office", sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("the password");
    }

    @Test
    void doesNotOpenUnderAnotherLoginsName() {
        var sealed = vault.seal(LOGIN);

        assertThatThrownBy(() -> vault.open("tabc_portal", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noticesEveryBitThatWasChanged() {
        var sealed = vault.seal(LOGIN);

        for (int i = 0; i < sealed.length; i++) {
            var forged = sealed.clone();
            forged[i] ^= 1;
            assertThatThrownBy(() -> vault.open("tabc_office", forged)).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 12, 20})
    void noticesWhatWasCutOff(int length) {
        var cut = java.util.Arrays.copyOf(vault.seal(LOGIN), length);

        assertThatThrownBy(() -> vault.open("tabc_office", cut)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sealsTheSameLoginDifferentlyEachTimeAndNeverInTheOpen() {
        var seen = new HashSet<String>();

        IntStream.range(0, 1_000).forEach(_ -> seen.add(Base64.getEncoder().encodeToString(vault.seal(LOGIN))));

        assertThat(seen).hasSize(1_000);
        assertThat(new String(vault.seal(LOGIN), StandardCharsets.ISO_8859_1)).doesNotContain("password");
    }

    @Test
    void platformLoginsFollowFromTheKeyAndTheKind() {
        var office = vault.platformLogin(LoginKind.OFFICE);

        assertThat(office).isEqualTo(new Vault(key(1)).platformLogin(LoginKind.OFFICE));
        assertThat(office.name()).isEqualTo("cabildo_office");
        assertThat(vault.platformLogin(LoginKind.PORTAL).name()).isEqualTo("cabildo_portal");
        assertThat(vault.platformLogin(LoginKind.PORTAL).password()).isNotEqualTo(office.password());
        assertThat(new Vault(key(2)).platformLogin(LoginKind.OFFICE).password()).isNotEqualTo(office.password());
    }

    @Test
    void whileAKeyIsChangedTheFirstSealsAndBothOpen() {
        var former = new Vault(key(1)).seal(LOGIN);
        var changing = new Vault(key(2) + " " + key(1));

        assertThat(changing.open(LOGIN.name(), former)).isEqualTo(LOGIN);
        assertThat(new Vault(key(2)).open(LOGIN.name(), changing.seal(LOGIN))).isEqualTo(LOGIN);
        assertThatThrownBy(() -> new Vault(key(1)).open(LOGIN.name(), changing.seal(LOGIN)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Vault(key(3) + "," + key(4)).open(LOGIN.name(), former))
                .isInstanceOf(IllegalStateException.class);
        assertThat(changing.platformLogins(LoginKind.PORTAL))
                .containsExactly(
                        new Vault(key(2)).platformLogin(LoginKind.PORTAL),
                        new Vault(key(1)).platformLogin(LoginKind.PORTAL));
    }

    @Test
    void newPasswordsAreLongAndDifferent() {
        assertThat(Vault.newPassword()).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(Vault.newPassword());
    }

    @Test
    void aLoginIsNeverPrintedWithItsPassword() {
        assertThat(LOGIN).hasToString("Login[tabc_office]");
    }

    @Test
    void refusesAKeyThatIsNoneOf32Bytes() {
        var shortKey = Base64.getEncoder().encodeToString(new byte[31]);

        assertThatThrownBy(() -> new Vault(shortKey)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Vault("no base64!")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String key(int seed) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
