package org.cabildo.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.testing.Papers.pdf;
import static org.cabildo.testing.Papers.sent;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.cabildo.file.StoredFile;
import org.cabildo.file.StoredFiles;
import org.cabildo.identity.People;
import org.cabildo.identity.Role;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.FreshTenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that nobody published yet, over HTTP. */
@Office
class FilesTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    StoredFiles files;

    private final Visitor visitor = new Visitor();

    @Test
    void anOfficerTakesADraftsFileAndTheBrowserRunsNothing() {
        var place = fresh.municipality("archivo");
        invite("lee@archivo.invalid", place);
        var file = keep(place, "Acta «ñ».pdf", pdf("un borrador"));
        visitor.signIn("lee@archivo.invalid", "/");

        var answer = visitor.get(address(place, file));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(pdf("un borrador"));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("Acta%20%C2%AB%C3%B1%C2%BB.pdf");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void foreignFilesAndWhatNobodyHasAreAnsweredAlikeToTheByte() {
        var mine = fresh.municipality("propio");
        var other = fresh.municipality("otro");
        invite("lee@propio.invalid", mine);
        var foreign = keep(other, "ajeno.pdf", pdf("de otra institución"));
        visitor.signIn("lee@propio.invalid", "/");
        var unknown = visitor.get("/t/no-existe/archivos/" + "0".repeat(64));

        assertThat(unknown.statusCode()).isEqualTo(404);
        for (var path : new String[] {
            address(other, foreign),
            address(mine, foreign),
            "/t/" + slug(mine) + "/archivos/" + "0".repeat(64),
            "/t/" + slug(mine) + "/archivos/acta.pdf"
        }) {
            var answer = visitor.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).isEqualTo(unknown.body());
        }
    }

    @Test
    void strangersAreSentToSignIn() {
        var place = fresh.municipality("cerrado");
        var file = keep(place, "acta.pdf", pdf("cerrado"));

        assertThat(visitor.get(address(place, file)).statusCode()).isEqualTo(302);
    }

    private String address(TenantId tenant, StoredFile file) {
        return "/t/" + slug(tenant) + "/archivos/" + file.id();
    }

    private String slug(TenantId tenant) {
        return tenants.require(tenant).slug();
    }

    private StoredFile keep(TenantId tenant, String name, byte[] content) {
        return TenantScope.in(
                tenant, () -> fresh.officer(tenant, Role.EDITOR).act(() -> files.keep(sent(name, content))));
    }

    private void invite(String email, TenantId tenant) {
        TenantScope.run(
                tenant,
                () -> fresh.officer(tenant, Role.ADMINISTRATOR).act(() -> {
                    people.give(email, email, Set.of(Role.READER));
                    return true;
                }));
    }
}
