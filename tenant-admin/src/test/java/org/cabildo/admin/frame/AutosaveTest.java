package org.cabildo.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneId;
import org.cabildo.admin.OfficeViewTest;
import org.junit.jupiter.api.Test;

class AutosaveTest extends OfficeViewTest {

    @Test
    void whatFailsIsNotSaidToBeSaving() {
        var autosave = new Autosave(
                () -> {
                    throw new IllegalStateException("the database is away");
                },
                Clock.systemUTC(),
                ZoneId.of("America/Santiago"));

        assertThatThrownBy(autosave::keep).isInstanceOf(IllegalStateException.class);

        assertThat(autosave.getText()).isEqualTo("Aún sin guardar");
        assertThat(autosave.isBehind()).isTrue();
    }
}
