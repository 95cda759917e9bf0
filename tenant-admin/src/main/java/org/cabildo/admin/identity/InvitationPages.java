package org.cabildo.admin.identity;

import static org.cabildo.admin.plain.PlainHtml.escaped;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cabildo.admin.plain.PlainHtml;
import org.cabildo.admin.plain.PlainPage;
import org.cabildo.admin.signin.SignedIn;
import org.cabildo.admin.words.Language;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Invitation;
import org.cabildo.identity.InvitationLinks;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.PersonId;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the link of an invitation leads: who invites whom to what, then sign-in, then the answer. Looking uses nothing
 * up, so a mail program that follows links beforehand does no harm.
 */
@Controller
class InvitationPages {

    private final InvitationLinks links;
    private final People people;

    InvitationPages(InvitationLinks links, People people) {
        this.links = links;
        this.people = people;
    }

    @GetMapping("/invitacion/{token}")
    void look(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var found = find(token);
        if (found.isEmpty() || found.get().state() != Invitation.State.OPEN) {
            closed(found, request, response);
            return;
        }
        if (SignedIn.current().isPresent()) {
            response.sendRedirect("/invitacion/" + token + "/aceptar");
            return;
        }
        var invitation = found.get();
        var language = Language.of(request, invitation.language());
        PlainHtml.write(request, response, 200, language, title(invitation, language), """
                %s
                <p>%s</p>
                <p><a class="act" href="/invitacion/%s/aceptar">%s</a></p>
                """.formatted(
                        facts(invitation, language),
                        escaped(Words.in(language, "invitation.next", invitation.email())),
                        token,
                        escaped(Words.in(language, "invitation.signin"))));
    }

    @GetMapping("/invitacion/{token}/aceptar")
    void ask(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var found = find(token);
        if (found.isEmpty() || found.get().state() != Invitation.State.OPEN) {
            closed(found, request, response);
            return;
        }
        ask(200, found.get(), token, me(), request, response);
    }

    @PostMapping("/invitacion/{token}/aceptar")
    void accept(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean otherAddress,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            var accepted = links.accept(me(), token, otherAddress);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/t/" + accepted.slug());
        } catch (Unknown unknown) {
            PlainPage.NOT_FOUND.write(request, response);
        } catch (Refused refused) {
            var found = find(token);
            if (found.isPresent() && found.get().state() == Invitation.State.OPEN) {
                ask(422, found.get(), token, me(), request, response);
            } else {
                closed(found, request, response);
            }
        }
    }

    private Optional<Invitation> find(String token) {
        try {
            return Optional.of(links.look(token));
        } catch (Unknown unknown) {
            return Optional.empty();
        }
    }

    /** Unknown links read as any address that leads nowhere; whoever accepted before goes where they work. */
    private static void closed(Optional<Invitation> found, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (found.isEmpty()) {
            PlainPage.NOT_FOUND.write(request, response);
            return;
        }
        var invitation = found.get();
        if (SignedIn.current().filter(invitation::wasUsedBy).isPresent()) {
            response.sendRedirect("/t/" + invitation.slug());
            return;
        }
        var page = switch (invitation.state()) {
            case EXPIRED -> PlainPage.INVITATION_EXPIRED;
            case WITHDRAWN -> PlainPage.INVITATION_WITHDRAWN;
            case REPLACED -> PlainPage.INVITATION_REPLACED;
            case USED, OPEN -> PlainPage.INVITATION_USED;
        };
        page.write(request, response, Language.of(request, invitation.language()));
    }

    /** Asks for the answer; plainly so if the letter went to another address than the provider vouches for. */
    private void ask(
            int status,
            Invitation invitation,
            String token,
            PersonId person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var language = Language.of(request, invitation.language());
        var me = people.officer(person);
        boolean other = !me.email().equals(invitation.email());
        var csrf = (CsrfToken) Objects.requireNonNull(request.getAttribute(CsrfToken.class.getName()));
        PlainHtml.write(request, response, status, language, title(invitation, language), """
                %s
                <form method="post" action="/invitacion/%s/aceptar">
                <input type="hidden" name="%s" value="%s">
                %s
                <p><button class="act" type="submit">%s</button></p>
                </form>
                <form method="post" action="/logout">
                <input type="hidden" name="%3$s" value="%4$s">
                <p><button class="plain-act" type="submit">%s</button> <small>%s</small></p>
                </form>
                """.formatted(
                        facts(invitation, language),
                        token,
                        csrf.getParameterName(),
                        csrf.getToken(),
                        other
                                ? otherAddress(status, invitation, me, language)
                                : "<p>%s</p>".formatted(escaped(as(me, language))),
                        escaped(Words.in(language, "invitation.accept")),
                        escaped(Words.in(language, "invitation.signout")),
                        escaped(Words.in(language, "invitation.signout.text"))));
    }

    private static String as(Officer me, Locale language) {
        return me.name().equals(me.email())
                ? Words.in(language, "invitation.as.address", me.email())
                : Words.in(language, "invitation.as", me.name(), me.email());
    }

    private static String otherAddress(int status, Invitation invitation, Officer me, Locale language) {
        var refused = status == 422
                ? "<p class=\"bad\" role=\"alert\" id=\"refused\">%s</p>"
                        .formatted(escaped(Words.in(language, "invitation.other.confirm")))
                : "";
        return """
                <p class="warning"><strong>%s</strong> %s</p>
                %s
                <p><label><input type="checkbox" name="otherAddress" value="true" required%s> %s</label></p>
                """.formatted(
                        escaped(Words.in(language, "invitation.other", invitation.email(), me.email())),
                        escaped(Words.in(language, "invitation.other.text")),
                        refused,
                        refused.isEmpty() ? "" : " aria-invalid=\"true\" aria-describedby=\"refused\"",
                        escaped(Words.in(language, "invitation.other.yes", me.email())));
    }

    private static String title(Invitation invitation, Locale language) {
        return Words.in(language, "invitation.title", invitation.tenantName());
    }

    private static String facts(Invitation invitation, Locale language) {
        var by = invitation.invitedBy();
        var roles = invitation.roles().stream()
                .sorted()
                .map(role -> "<li>%s</li>".formatted(escaped(Words.in(language, "people.role." + role.name()))))
                .collect(Collectors.joining());
        return """
                <p>%s</p>
                <ul>%s</ul>
                <p>%s</p>
                """.formatted(
                        escaped(
                                by == null
                                        ? Words.in(language, "invitation.by.nation", invitation.tenantName())
                                        : Words.in(language, "invitation.by", by, invitation.tenantName())),
                        roles,
                        whole(
                                escaped(Words.in(language, "invitation.until", until(invitation, language))),
                                escaped(until(invitation, language))));
    }

    /** A day does not break at the end of a line. */
    private static String whole(String sentence, String day) {
        return sentence.replace(day, "<span class=\"whole-day\">%s</span>".formatted(day));
    }

    private static String until(Invitation invitation, Locale language) {
        return DateTimeFormatter.ofPattern(Words.in(language, "format.moment"), language)
                .format(invitation.expiresAt().atZone(invitation.zone()));
    }

    private static PersonId me() {
        return SignedIn.current().orElseThrow(() -> new IllegalStateException("Security lets nobody else come here"));
    }
}
