package org.cabildo.planfile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cabildo.commitment.published.Detail;
import org.jspecify.annotations.Nullable;

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
    SHORT_TITLE(Detail.SHORT_TITLE),
    ORIGINAL_TITLE(Detail.ORIGINAL_TITLE),
    ENGLISH_TITLE(Detail.ENGLISH_TITLE),
    CITIZEN_GOALS(Detail.CITIZEN_GOALS),
    GAP(Detail.GAP),
    STATUS_QUO(Detail.STATUS_QUO),
    IMPLIES(Detail.IMPLIES),
    RESULTS(Detail.RESULTS),
    CONTRIBUTION(Detail.CONTRIBUTION),
    LONG_TERM_GOAL(Detail.LONG_TERM_GOAL),
    UNIT(Detail.UNIT),
    CONTACT(Detail.CONTACT),
    INTERNAL_CONTACT(Detail.INTERNAL_CONTACT),
    GOVERNMENT(Detail.GOVERNMENT),
    CIVIL_SOCIETY(Detail.CIVIL_SOCIETY),
    PRIVATE_SECTOR(Detail.PRIVATE_SECTOR),
    MULTILATERAL(Detail.MULTILATERAL),
    WORKING_GROUPS(Detail.WORKING_GROUPS),
    AXIS(Detail.AXIS),
    PRIMARY_AREA(Detail.PRIMARY_AREA),
    OTHER_AREAS(Detail.OTHER_AREAS),
    SECTOR(Detail.SECTOR),
    SDG(Detail.SDG),
    RELATED(Detail.RELATED),
    BUDGET(Detail.BUDGET),
    PEOPLE(Detail.PEOPLE),
    MORE(Detail.MORE),
    ACTIVITY("hito", false),
    DELIVERABLE("hito_entregable", false),
    ACCOUNTABLE("hito_responsable", false),
    FROM("hito_inicio", false),
    UNTIL("hito_termino", false),
    WEIGHT("hito_peso", false),
    FOLLOWS("hito_espera", false);

    /** The values of the Open Government Partnership, each explained in a column of its own. */
    static final List<Column> VALUES = List.of(ATI, CP, PA, TEC);

    private final String title;
    private final boolean ofCommitment;
    private final @Nullable Detail detail;

    Column(String title, boolean ofCommitment) {
        this.title = title;
        this.ofCommitment = ofCommitment;
        this.detail = null;
    }

    Column(Detail detail) {
        this.title = detail.column();
        this.ofCommitment = true;
        this.detail = detail;
    }

    /** The detail of a commitment that it holds, if it holds one. */
    public Optional<Detail> detail() {
        return Optional.ofNullable(detail);
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
