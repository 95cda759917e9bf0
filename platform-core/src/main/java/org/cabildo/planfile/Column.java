package org.cabildo.planfile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What stands in a column of a plan's file. Titles are data: the same in every language of the office. */
public enum Column {
    NUMBER("numero", true),
    TITLE("titulo", true),
    PROBLEM("problema", true),
    DESCRIPTION("descripcion", true),
    ACTORS("actores", true),
    RESPONSIBLE("responsable", true),
    LEAD("lidera", true),
    START("inicio", true),
    END("termino", true),
    ATI("valor_ati", true),
    CP("valor_cp", true),
    PA("valor_pa", true),
    TEC("valor_tec", true),
    PILLARS("pilares", true),
    ACTIVITY("hito", false),
    DELIVERABLE("hito_entregable", false),
    ACCOUNTABLE("hito_responsable", false),
    FROM("hito_inicio", false),
    UNTIL("hito_termino", false),
    WEIGHT("hito_peso", false);

    /** The values of the Open Government Partnership, each explained in a column of its own. */
    static final List<Column> VALUES = List.of(ATI, CP, PA, TEC);

    private final String title;
    private final boolean ofCommitment;

    Column(String title, boolean ofCommitment) {
        this.title = title;
        this.ofCommitment = ofCommitment;
    }

    /** As it stands in the first row. */
    public String title() {
        return title;
    }

    /** Whether no commitment or milestone goes without it. */
    public boolean isRequired() {
        return switch (this) {
            case NUMBER, TITLE, ACTIVITY, DELIVERABLE, FROM, UNTIL -> true;
            default -> false;
        };
    }

    boolean isDay() {
        return this == START || this == END || this == FROM || this == UNTIL;
    }

    static Optional<Column> titled(String text) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(Folded.of(text)))
                .findFirst();
    }

    /** The columns of a commitment. */
    static List<Column> ofCommitments() {
        return Arrays.stream(values()).filter(column -> column.ofCommitment).toList();
    }

    /** The columns of a milestone, which begin with the number of its commitment. */
    static List<Column> ofMilestones() {
        return Arrays.stream(values())
                .filter(column -> column == NUMBER || !column.ofCommitment)
                .toList();
    }
}
