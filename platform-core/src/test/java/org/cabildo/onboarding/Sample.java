package org.cabildo.onboarding;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cabildo.calendar.Government;
import org.cabildo.tenancy.TenantKind;

/** A handful of governments to judge lists against. */
final class Sample {

    static final Government RENCA = municipality("13128", "Renca", "renca");
    static final Government MAIPU = municipality("13119", "Maipú", "maipu");
    static final Government IQUIQUE = municipality("01101", "Iquique", "iquique");
    static final Government CABO_DE_HORNOS = municipality("12201", "Cabo de Hornos", "cabo-de-hornos");
    static final Government SANTIAGO =
            government("13", TenantKind.REGIONAL_GOVERNMENT, "Gobierno de Santiago", "gobierno-de-santiago", false);
    static final Government TARAPACA =
            government("01", TenantKind.REGIONAL_GOVERNMENT, "GORE Tarapacá", "gore-tarapaca", false);
    static final Government PUERTO_EJEMPLO =
            government("99101", TenantKind.MUNICIPALITY, "Puerto Ejemplo", "puerto-ejemplo", true);

    static final Register REGISTER = new Register(
            List.of(RENCA, MAIPU, IQUIQUE, CABO_DE_HORNOS, SANTIAGO, TARAPACA, PUERTO_EJEMPLO), Sample::answeringFor);

    private Sample() {}

    static Preview judge(String csv) {
        return judge(csv, Taken.NOTHING, false);
    }

    static Preview judge(String csv, Taken taken, boolean synthetic) {
        return new Judgement(REGISTER, taken, synthetic).of(OnboardingList.read(csv.getBytes(StandardCharsets.UTF_8)));
    }

    static Taken slugs(String... slugs) {
        return new Taken(Set.of(), Set.of(), Set.of(slugs), Set.of());
    }

    private static Optional<Government> answeringFor(String code) {
        return code.equals("12202")
                ? Optional.of(CABO_DE_HORNOS)
                : List.of(RENCA, MAIPU, IQUIQUE, CABO_DE_HORNOS, SANTIAGO, TARAPACA, PUERTO_EJEMPLO).stream()
                        .filter(g -> g.code().equals(code))
                        .findFirst();
    }

    private static Government municipality(String code, String name, String slug) {
        return government(code, TenantKind.MUNICIPALITY, name, slug, false);
    }

    private static Government government(String code, TenantKind kind, String name, String slug, boolean synthetic) {
        return new Government(
                code,
                kind,
                kind == TenantKind.MUNICIPALITY ? "Municipalidad de " + name : name,
                name,
                slug,
                code.substring(0, 2),
                "Región",
                code,
                10_000,
                Optional.empty(),
                "5.000 a 19.999",
                ZoneId.of("America/Santiago"),
                synthetic);
    }
}
