package org.cabildo.onboarding;

import java.util.List;
import java.util.Optional;
import org.cabildo.kernel.Texts;

/** A column of the coordinator's list, in the order they have without a header. */
enum Column {
    CODE("codigo"),
    ADMINISTRATOR("correo_administrador"),
    SLUG("slug"),
    HOST("dominio"),
    TEMPLATE("plantilla");

    /** The columns every list needs. */
    static final List<Column> REQUIRED = List.of(CODE, ADMINISTRATOR);

    private final String title;

    Column(String title) {
        this.title = title;
    }

    /** The name it is asked for by. */
    String title() {
        return title;
    }

    /** The column with this title; accents, case, and spaces for underscores do not matter. */
    static Optional<Column> titled(String title) {
        var plain = Texts.plain(title).strip().replaceAll("[\\s-]+", "_");
        return switch (plain) {
            case "codigo", "cut", "codigo_cut", "codigo_comuna", "code" -> Optional.of(CODE);
            case "correo_administrador", "correo", "correo_electronico", "email", "administrator" ->
                Optional.of(ADMINISTRATOR);
            case "slug" -> Optional.of(SLUG);
            case "dominio", "host" -> Optional.of(HOST);
            case "plantilla", "template" -> Optional.of(TEMPLATE);
            default -> Optional.empty();
        };
    }
}
