package org.cabildo.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import java.util.concurrent.atomic.AtomicInteger;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.kernel.Refused;
import org.junit.jupiter.api.Test;

class SheetTest extends OfficeViewTest {

    private final AtomicInteger went = new AtomicInteger();
    private final TextField field = new TextField("Nombre");

    @Test
    void escapeAsksBeforeWhatWasTypedGoes() {
        var sheet = sheet();
        test(field).setValue("algo");

        sheet.leave();
        assertThat(sheet.isOpened()).isTrue();
        assertThat(field.getValue()).isEqualTo("algo");
        confirm();

        assertThat(sheet.isOpened()).isFalse();
        assertThat(went).hasValue(0);
    }

    @Test
    void escapeClosesWhereNothingWasTyped() {
        var sheet = sheet();

        sheet.leave();

        assertThat(sheet.isOpened()).isFalse();
    }

    @Test
    void aRefusalLeavesItOpenAsItWasTyped() {
        var sheet = sheet();
        test(field).setValue("no");

        sheet.save.click();

        assertThat(sheet.isOpened()).isTrue();
        assertThat(field.getValue()).isEqualTo("no");
        assertThat(sheet.save.isEnabled()).isTrue();
        test(field).setValue("sí");
        sheet.save.click();
        assertThat(sheet.isOpened()).isFalse();
        assertThat(went).hasValue(1);
    }

    @Test
    void theKeyThatSavesIsToldWithoutChangingTheButtonsName() {
        var sheet = sheet();

        assertThat(sheet.save.getElement().getAttribute("aria-keyshortcuts")).isEqualTo("Control+S");
        assertThat(sheet.save.getElement().getAttribute("aria-label")).isNull();
    }

    private Sheet sheet() {
        var sheet = Sheet.titled("Algo")
                .wide(field)
                .taking(
                        "Guardar",
                        () -> Attempt.to(() -> {
                            if (field.getValue().equals("no")) {
                                throw new Refused("stale", "No.");
                            }
                        }),
                        went::incrementAndGet);
        sheet.open();
        return find(Sheet.class).single(); // looking lays it out, as the browser would
    }
}
