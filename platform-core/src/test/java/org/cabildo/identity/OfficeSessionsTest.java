package org.cabildo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Sql;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class OfficeSessionsTest {

    @Autowired
    FreshTenants fresh; // migrates the platform

    @Autowired
    OfficeSessions sessions;

    @Autowired
    Profiles profiles;

    @Autowired
    People people;

    @Autowired
    Sql sql;

    private Officer ana;
    private Officer bea;

    @BeforeEach
    void twoPeople() {
        ana = person("ana-" + Ids.next() + "@sesiones.invalid");
        bea = person("bea-" + Ids.next() + "@sesiones.invalid");
    }

    @Test
    void aSessionGoesOnUntilItsPersonEndsItFromAnother() {
        var here = sessions.begin(ana.person(), "Firefox, Linux");
        var phone = sessions.begin(ana.person(), "Chrome, Android");
        assertThat(ana.act(sessions::mine)).extracting(OfficeSessions.Line::id).containsExactlyInAnyOrder(here, phone);

        ana.act(() -> {
            sessions.end(phone);
            return true;
        });

        assertThat(sessions.goesOn(phone)).isFalse();
        assertThat(sessions.goesOn(here)).isTrue();
        assertThat(ana.act(sessions::mine))
                .extracting(OfficeSessions.Line::browser)
                .containsExactly("Firefox, Linux");
    }

    @Test
    void allOthersAreEndedAtOnceButNobodyElses() {
        var here = sessions.begin(ana.person(), "Firefox");
        var there = sessions.begin(ana.person(), "Chrome");
        var beas = sessions.begin(bea.person(), "Chrome");

        assertThat(ana.<Integer, RuntimeException>act(() -> sessions.endOthers(here)))
                .isEqualTo(1);

        assertThat(sessions.goesOn(here)).isTrue();
        assertThat(sessions.goesOn(there)).isFalse();
        assertThat(sessions.goesOn(beas)).isTrue();
    }

    @Test
    void nobodySeesOrEndsAnotherPersonsSession() {
        var beas = sessions.begin(bea.person(), "Chrome");

        assertThat(ana.act(sessions::mine)).isEmpty();
        assertThatThrownBy(() -> ana.act(() -> {
                    sessions.end(beas);
                    return true;
                }))
                .isInstanceOf(Unknown.class);
        assertThat(sessions.goesOn(beas)).isTrue();
        assertThatThrownBy(sessions::mine).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnknownSessionDoesNotGoOn() {
        assertThat(sessions.goesOn(new SessionId(Ids.next()))).isFalse();
    }

    @Test
    void whatWasNotHeardOfForAnHourIsNoLongerShown() {
        sessions.begin(ana.person(), "Firefox");
        var later = new OfficeSessions(sql, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61)));

        assertThat(ana.act(later::mine)).isEmpty();
    }

    @Test
    void aNameOfTheirOwnOutlivesTheNextSignIn() {
        ana.act(() -> {
            profiles.rename("  Ana   María ");
            profiles.speak(Locale.ENGLISH);
            return true;
        });

        people.signedIn(new People.SignIn("https://id.invalid", ana.email(), ana.email(), "ANA PROVEEDOR"));

        assertThat(profiles.of(ana.person()).name()).isEqualTo("Ana María");
        assertThat(profiles.languageOf(ana.person())).contains(Locale.ENGLISH);
        assertThat(profiles.languageOf(bea.person())).isEmpty();
    }

    @Test
    void aNameIsNeitherEmptyNorEndless() {
        for (var wrong : new String[] {" ", "a".repeat(121)}) {
            assertThatThrownBy(() -> ana.act(() -> {
                        profiles.rename(wrong);
                        return true;
                    }))
                    .isInstanceOf(Refused.class);
        }
    }

    private Officer person(String email) {
        return people.officer(people.signedIn(new People.SignIn("https://id.invalid", email, email, "Ana")));
    }
}
