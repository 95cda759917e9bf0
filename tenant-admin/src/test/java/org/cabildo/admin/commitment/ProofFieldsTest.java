package org.cabildo.admin.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.testing.Papers.pdf;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.commitment.ProofFields.ProofPlace;
import org.cabildo.admin.file.FileField;
import org.cabildo.admin.frame.WholeField;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.file.FileId;
import org.cabildo.file.StoredFiles;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProofFieldsTest extends OfficeViewTest {

    private static final String ACTIVITY = "Publicar 2026";

    @Autowired
    Promises promises;

    @Autowired
    PublishedCommitments published;

    @Autowired
    StoredFiles files;

    private Promises.Made made = new Promises.Made(null, null, null, null);

    @BeforeEach
    void aPublishedMilestoneIsReportedOn() {
        made = promises.published("Plan 2026");
        navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
        find(Button.class)
                .withAttribute("aria-label", "Informar avance de «" + ACTIVITY + "»")
                .single()
                .click();
        reached().setWhole(40);
        shows().setValue("Acta de instalación");
    }

    @Test
    void aFileProvesAnAdvance() {
        choose(ProofPlace.FILE);
        test(upload()).upload("Acta.pdf", "application/pdf", pdf("una prueba"));
        report();

        var report = published
                .page("plan-2026", 1, Promises.TODAY)
                .orElseThrow()
                .timeline()
                .getFirst();
        assertThat(report.reached()).isEqualTo(40);
        assertThat(report.evidenceFile()).satisfies(file -> {
            assertThat(file.name()).isEqualTo("Acta.pdf");
            assertThat(files.require(new FileId(file.sha256())).bytes()).isEqualTo(file.bytes());
        });
        assertThat(find(Anchor.class).withText("Acta de instalación").single().getHref())
                .endsWith("/archivos/" + report.evidenceFile().sha256());
    }

    @Test
    void aLinkIsTakenAsPeopleWriteIt() {
        find(TextField.class).withCaption("Enlace a la evidencia").single().setValue(" ejemplo.cl/acta.pdf ");
        report();

        assertThat(published
                        .page("plan-2026", 1, Promises.TODAY)
                        .orElseThrow()
                        .timeline()
                        .getFirst()
                        .evidenceUrl())
                .isEqualTo("https://ejemplo.cl/acta.pdf");
    }

    @Test
    void aFractionIsToldAndNotMadeIntoAnotherNumber() {
        test(reached()).setValue(7.5);

        report();

        assertThat(reached().getErrorMessage()).isEqualTo("Escriba un número entero, sin decimales.");
        assertThat(reached().getValue()).isEqualTo(7.5);
        assertThat(published.reports()).isEmpty();
    }

    @Test
    void aNameWithBlanksIsTakenAndWhatLeadsNowhereIsNot() {
        var link = find(TextField.class).withCaption("Enlace a la evidencia").single();
        link.setValue("https://municipio");
        report();
        assertThat(link.getErrorMessage())
                .isEqualTo(
                        "«https://municipio» no lleva a una página que otros puedan abrir. Copie la dirección de la barra de su navegador.");

        link.setValue("https://ejemplo.cl/mi acta.pdf");
        report();
        assertThat(published.reports())
                .singleElement()
                .satisfies(line -> assertThat(line.evidenceUrl()).isEqualTo("https://ejemplo.cl/mi%20acta.pdf"));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        reached().setWhole(150);
        shows().clear();
        var link = find(TextField.class).withCaption("Enlace a la evidencia").single();
        link.setValue("javascript:alert(1)");

        report();

        assertThat(reached().getErrorMessage()).contains("de 0 a 100");
        assertThat(link.getErrorMessage()).contains("https://");
        assertThat(shows().isInvalid()).isTrue();
        assertThat(published.reports()).isEmpty();
    }

    @Test
    void whatIsRefusedIsSaidAtTheFieldAndNothingTypedIsLost() {
        choose(ProofPlace.FILE);
        test(upload())
                .upload("foto.png", "image/png", "<html><script>x</script></html>".getBytes(StandardCharsets.UTF_8));

        assertThat(file().isInvalid()).isTrue();
        assertThat(file().getErrorMessage()).startsWith("Es una página web, diga lo que diga su nombre.");
        assertThat(reached().whole()).isEqualTo(40);
        assertThat(shows().getValue()).isEqualTo("Acta de instalación");

        test(upload()).upload("Acta.pdf", "application/pdf", pdf("ahora sí"));
        assertThat(file().isInvalid()).isFalse();
    }

    @Test
    void aFileThatIsMissingIsAskedFor() {
        choose(ProofPlace.FILE);
        report();

        assertThat(file().getErrorMessage()).isEqualTo("Elija el archivo que lo prueba, o dé un enlace.");
        assertThat(published.reports()).isEmpty();
    }

    @Test
    void aFileThatWasPutInCanBeOpenedAndTakenOutAgain() {
        choose(ProofPlace.FILE);
        test(upload()).upload("Acta.pdf", "application/pdf", pdf("para mirar"));

        assertThat(find(Anchor.class).withText("Acta.pdf").single().getHref()).contains("/archivos/");
        find(Button.class)
                .withAttribute("aria-label", "Quitar Acta.pdf")
                .single()
                .click();

        assertThat(file().getValue()).isNull();
        assertThat(upload().isVisible()).isTrue();
        find(Button.class).withText("Deshacer").single().click();
        assertThat(file().getValue()).isNotNull();
        assertThat(find(Upload.class).all()).isEmpty();
    }

    @Test
    void theLimitsAreSaidBesideTheField() {
        choose(ProofPlace.FILE);

        assertThat(file().getHelperText()).contains("20\u00a0MB", "PDF", "DOCX");
    }

    private void choose(ProofPlace place) {
        @SuppressWarnings("unchecked")
        RadioButtonGroup<ProofPlace> places = find(RadioButtonGroup.class).single();
        places.setValue(place);
    }

    private void report() {
        find(Button.class).withText("Informar avance").all().getLast().click();
    }

    private FileField file() {
        return find(FileField.class).single();
    }

    private Upload upload() {
        return find(Upload.class).single();
    }

    private WholeField reached() {
        return find(WholeField.class).withCaption("Avance").single();
    }

    private TextField shows() {
        return find(TextField.class).withCaption("Qué se ve allí").single();
    }
}
