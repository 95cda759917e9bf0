package org.cabildo.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.words.Words;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DayFieldTest extends OfficeViewTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
    private DayField start;
    private DayField end;

    @BeforeEach
    void twoDaysStandThere() {
        start = Fields.day("Empieza", FIRST);
        end = Fields.day("Termina", LAST);
        UI.getCurrent().add(start, end);
    }

    /** As a browser tells of what is typed over a day and is none. */
    private static void types(DayField day, String text) {
        day.getElement().setProperty("_inputElementValue", text);
        day.getElement().setProperty("value", "");
        day.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(day.getElement(), "unparsable-change", JacksonUtils.createObjectNode()));
    }

    @Test
    void whatIsHalfTypedIsNotTakenForNothing() {
        assertThat(Fields.period(start, end)).isEqualTo(new Period(FIRST, LAST));

        types(start, "01-0");
        types(end, "31-1");

        assertThat(start.isHalfTyped()).isTrue();
        assertThatThrownBy(() -> Fields.period(start, end))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("day");
        start.setValue(null);
        end.setValue(null);
        assertThat(Fields.period(start, end)).isNull();
    }

    @Test
    void whatIsHalfTypedIsMarkedWhereItStandsAndNothingIsTried() {
        var tried = new AtomicReference<Period>();
        types(end, "31-1");

        var done = Attempt.to(() -> tried.set(Fields.period(start, end)))
                .at(start, "period.start")
                .at(end, "period.end")
                .succeeds();

        assertThat(done).isFalse();
        assertThat(tried).hasNullValue();
        assertThat(start.isInvalid()).isFalse();
        assertThat(end.isInvalid()).isTrue();
        assertThat(end.getErrorMessage()).isEqualTo("Escriba el día así: 31-12-2027.");
    }

    @Test
    void aDayIsWrittenAsTheLanguageWritesItAndReadInEveryForm() {
        assertThat(formats(start)).startsWith("dd-MM-yyyy").contains("d/M/yyyy", "yyyy-MM-dd");
        assertThat(start.getPlaceholder()).isEqualTo("dd-mm-aaaa");

        UI.getCurrent().setLocale(Locale.ENGLISH);
        var english = Fields.day("Starts", FIRST);

        assertThat(formats(english)).startsWith("d MMM yyyy").contains("dd-MM-yyyy", "d/M/yyyy");
        assertThat(english.getPlaceholder()).isEqualTo(Words.of(LAST));
        assertThat(Words.of("day.bad")).contains(Words.of(LAST));
        assertThat(Words.of("refused.day.bad")).contains(Words.of(LAST));
    }

    private static List<String> formats(DayField day) {
        return Objects.requireNonNull(Objects.requireNonNull(day.getI18n()).getDateFormats());
    }

    @Test
    void whatIsHalfTypedIsSaidToBeUnsaved() {
        var kept = new AtomicReference<>(new Period(FIRST, LAST));
        var autosave =
                new Autosave(() -> kept.set(Fields.requiredPeriod(start, end)), Clock.systemUTC(), ZoneOffset.UTC);
        autosave.watch(new Div(start, end));

        types(end, "31-1");

        assertThat(kept).hasValue(new Period(FIRST, LAST));
        assertThat(autosave.isBehind()).isTrue();
        assertThat(autosave.getText()).contains("Aún sin guardar", "Escriba el día así");
    }

    @Test
    void aDayThatNoCalendarHasIsToldApartFromHalfADay() {
        types(end, "31-02-2027");

        assertThat(Attempt.to(() -> Fields.period(start, end)).succeeds()).isFalse();
        assertThat(end.getErrorMessage()).isEqualTo("El 31-02-2027 no existe: escriba otro día.");
        assertThatThrownBy(end::day)
                .isInstanceOf(Refused.class)
                .extracting(thrown -> Words.of((Refused) thrown))
                .isEqualTo("El 31-02-2027 no existe: escriba otro día.");
        assertThat(end.lacking()).isEqualTo("el 31-02-2027 no existe.");
        types(end, "31-0");
        assertThat(end.lacking()).contains("está incompleta");
    }

    @Test
    void aLastDayBeforeItsFirstIsToldWhereItStandsAndAsSoonAsEitherMoves() {
        end.endsWhatBegins(start);
        assertThat(end.isInvalid()).isFalse();

        end.setValue(FIRST.minusDays(1));
        assertThat(end.isInvalid()).isTrue();
        assertThat(end.getErrorMessage()).isEqualTo("Debe terminar el 01-01-2027 o después.");

        start.setValue(FIRST.minusDays(1));
        assertThat(end.isInvalid()).isFalse();
        start.setValue(LAST);
        assertThat(end.isInvalid()).isTrue();
        assertThat(end.getErrorMessage()).contains("31-12-2027");
        start.setValue(null);
        assertThat(end.isInvalid()).isFalse();
    }
}
