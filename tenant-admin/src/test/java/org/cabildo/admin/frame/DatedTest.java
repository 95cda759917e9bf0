package org.cabildo.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatedTest {

    @Test
    void eachDayStaysWholeAndTheSentenceIsTheSame() {
        var spanish = new Dated("Versión 2, del 01-01-2027 al 31-12-2027, 13:05.");
        var english = new Quiet("From 1 Jan 2027 to 31 Sept 2027, by 3 People in 2027.");

        assertThat(spanish.getText()).isEqualTo("Versión 2, del 01-01-2027 al 31-12-2027, 13:05.");
        assertThat(whole(spanish)).containsExactly("01-01-2027", "31-12-2027");
        assertThat(english.getText()).isEqualTo("From 1 Jan 2027 to 31 Sept 2027, by 3 People in 2027.");
        assertThat(english.getChildren().filter(Span.class::isInstance)).hasSize(2);
        assertThat(new Under("Sin fechas").getText()).isEqualTo("Sin fechas");
    }

    @Test
    void whatIsSaidAnewTakesThePlaceOfWhatWasSaid() {
        var said = new Dated("Vence el 31-12-2027");

        said.setText("Vence el 30-06-2028");

        assertThat(said.getText()).isEqualTo("Vence el 30-06-2028");
        assertThat(whole(said)).containsExactly("30-06-2028");
    }

    private static List<String> whole(Dated said) {
        return said.getChildren()
                .filter(part -> part.hasClassName("day"))
                .map(part -> part.getElement().getText())
                .toList();
    }
}
