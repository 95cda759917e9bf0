package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class AboutTest {

    private static Office.Place renca;

    @Autowired
    Reader reader;

    @BeforeAll
    static void oneTakesPart() {
        renca = Office.municipality("acerca");
    }

    @Test
    void aPortalSaysWhoAnswersForItAndWhatItsWordsMean() {
        var page = reader.get(renca.host(), "/acerca");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Lo publicado aquí es de ", renca.slug(), "El documento o el enlace que prueba un avance.")
                .contains("En curso", "Ley\u00a020.285", "WCAG 2.2 en su nivel AA", "no usa cookies");
        assertThat(page.all("a")).extracting(link -> link.getAttribute("href")).contains("/datos", "/bitacora");
        assertThat(reader.get(renca.host(), "/acerca?lang=en").text())
                .contains("Who is responsible", "Its date has passed");
        assertThat(reader.get(renca.host(), "/").body()).contains("href=\"/acerca\"");
    }

    @Test
    void theNationsSaysThatEachInstitutionAnswers() {
        var page = reader.get("localhost", "/acerca");

        assertThat(page.text())
                .contains("Cada institución responde por su propio portal")
                .doesNotContain(renca.slug());
        assertThat(reader.get("localhost", "/t/" + renca.slug() + "/acerca").text())
                .contains("Lo publicado aquí es de ");
        assertThat(reader.get("localhost", "/t/nadie/acerca").status()).isEqualTo(404);
    }
}
