package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** People come by a letter, change their own page, and go while they write. */
@Journey("people")
class PeopleJourneyTest {

    private static final String PLACE = "Gobierno Regional de Ejemplo";
    private static final String ADMINISTRATOR = "Constanza Ulloa";

    /** What happens to whoever presses Enter at the moment in which a notice takes the focus from them. */
    private static final String ENTER_AS_THE_NOTICE_COMES = """
            () => document.addEventListener('focusin', event => {
              if (!event.target.matches('.v-system-error')) return;
              event.target.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}));
            })""";

    @Test
    void somebodyIsInvitedByMailAcceptsAndIsRemovedWhileWriting(Cast cast) {
        var administrator = cast.officer(ADMINISTRATOR);
        administrator.enters(PLACE);
        administrator.goesTo("Personas");
        administrator.looks("personas");
        administrator.presses("Invitar");
        administrator.types("Correo", "sin arroba");
        administrator.answers("Enviar invitación");
        assertThat(administrator.text("Un correo se ve como nombre@municipio.cl"))
                .isVisible();
        administrator.looks("invitar");
        administrator.answers("Cancelar");
        administrator.confirms("Salir sin guardar");
        invites(administrator, "nueva@gore-ejemplo.invalid");
        administrator.looks("invitacion-enviada");
        var mailbox = cast.citizen();
        mailbox.opens(cast.house().mail());
        mailbox.looks("correo-local");
        var link = Letters.to(mailbox, cast.house(), "nueva@gore-ejemplo.invalid");
        mailbox.looks("carta");

        var invited = cast.citizen();
        invited.opens(link);
        assertThat(invited.heading("Invitación a trabajar en el " + PLACE)).isVisible();
        assertThat(invited.page().getByText(ADMINISTRATOR + " le invita")).isVisible();
        invited.looks("invitacion");
        invited.follows("Iniciar sesión y aceptar");
        signsIn(invited, "nueva@gore-ejemplo.invalid");
        assertThat(invited.button("Aceptar la invitación")).isVisible(); // the way there is over
        invited.looks("aceptar");
        invited.presses("Aceptar la invitación");
        assertThat(invited.heading(PLACE)).isVisible();

        var second = cast.citizen();
        second.opens(link);
        assertThat(second.heading("Esta invitación ya se usó")).isVisible();
        second.looks("enlace-usado");

        var editor = new Officer(invited, cast.house());
        editor.goesTo("Planes");
        editor.presses("Nuevo plan");
        editor.types("Título", "Plan que nadie alcanzó a guardar");
        administrator.page().reload();
        removes(administrator, "nueva@gore-ejemplo.invalid");
        invited.page().evaluate(ENTER_AS_THE_NOTICE_COMES);
        editor.answers("Guardar");

        var notice = invited.page().locator(".v-system-error");
        assertThat(notice).containsText("Ya no tiene acceso a este espacio");
        assertThat(notice).containsText("sigue a la vista detrás de este aviso");
        assertThat(editor.field("Título")).hasValue("Plan que nadie alcanzó a guardar");
        invited.page().keyboard().press("Escape");
        assertThat(invited.heading("Ya no tiene acceso a este espacio")).isVisible();
    }

    @Test
    void whoSignsInWithAnotherAddressIsToldAndDecides(Cast cast) {
        var administrator = cast.officer(ADMINISTRATOR);
        administrator.enters(PLACE);
        administrator.goesTo("Personas");
        invites(administrator, "institucional@gore-ejemplo.invalid");
        var link = Letters.to(cast.citizen(), cast.house(), "institucional@gore-ejemplo.invalid");
        var invited = cast.citizen();
        invited.opens(link);
        invited.follows("Iniciar sesión y aceptar");
        signsIn(invited, "personal@gore-ejemplo.invalid");

        assertThat(invited.page().getByText("La invitación se envió a institucional@gore-ejemplo.invalid, y usted"))
                .isVisible();
        invited.looks("otra-direccion");
        invited.hands().tick(invited.page().getByRole(AriaRole.CHECKBOX), true);
        invited.presses("Aceptar la invitación");
        assertThat(invited.heading(PLACE)).isVisible();

        administrator.page().reload();
        assertThat(administrator.row(
                        "personal@gore-ejemplo.invalid", "invitación enviada a institucional@gore-ejemplo.invalid"))
                .isVisible();
        removes(administrator, "personal@gore-ejemplo.invalid");
    }

    @Test
    void aPersonSeesTheirProfileAndEndsASessionElsewhere(Cast cast) {
        var desk = cast.officer("Rodrigo Tapia");
        var phone = cast.officerWithMouse("Rodrigo Tapia");
        desk.opens("/perfil");
        assertThat(desk.heading("Mi perfil")).isVisible();
        assertThat(desk.text("Esta sesión")).isVisible();
        desk.looks("perfil");

        desk.presses("Terminar todas las demás");
        desk.looks("terminar-las-demas");
        desk.confirms("Terminar todas las demás");
        assertThat(desk.button("Terminar todas las demás")).isHidden();

        phone.presses("EN: switch to English");
        assertThat(phone.page().locator(".v-system-error")).containsText("Esta sesión terminó");
    }

    private static void invites(Officer administrator, String address) {
        administrator.presses("Invitar");
        administrator.types("Correo", address);
        administrator.answers("Enviar invitación");
        assertThat(administrator.row(address, "Invitación enviada")).isVisible();
    }

    private static void signsIn(Visitor somebody, String address) {
        somebody.hands().type(somebody.page().locator("#email"), address);
        somebody.hands().type(somebody.page().locator("#password"), "cabildo");
        somebody.hands().press(somebody.page().locator("form.card button"));
    }

    private static void removes(Officer administrator, String address) {
        administrator.presses("Quitar a " + address);
        administrator.confirms("Quitar");
        assertThat(administrator.button("Quitar a " + address)).hasCount(0); // the question goes before it is done
    }
}
