package org.cabildo.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.begun.Begun;
import org.junit.jupiter.api.Test;

class TypedTest extends OfficeViewTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 31);

    @Test
    void whatIsSavedMeanwhileIsToldAsItsFieldShowsIt() {
        var several = new CheckboxGroup<String>("Depende de");
        several.setItems("1", "2", "3");
        several.setItemLabelGenerator(place -> "Hito " + place);
        several.setValue(Set.of("2", "3"));
        var form = new Typed()
                .several("several", several)
                .share("share", Fields.whole("Avance", 25, 5))
                .day("until", Fields.day("Termina", DAY));

        var overtaken = form.overtaken(
                new Begun(
                        Map.of("several", "1", "share", "40", "until", "2027-06-30"),
                        Map.of("several", "", "share", "0", "until", "2027-12-31"),
                        Instant.EPOCH),
                form.said());

        assertThat(overtaken.getElement().getTextRecursively())
                .isEqualTo("Depende deHito 2; Hito 3Avance25\u00a0%Termina31-03-2027");
    }

    @Test
    void whatBothSayIsNothingToTell() {
        var form = new Typed().day("until", Fields.day("Termina", DAY));

        var overtaken = form.overtaken(
                new Begun(Map.of("until", DAY.toString()), Map.of("until", "2027-12-31"), Instant.EPOCH), form.said());

        assertThat(overtaken.isEmpty()).isTrue();
    }
}
