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
    SHORT_TITLE("titulo_corto", Detail.SHORT_TITLE),
    ORIGINAL_TITLE("titulo_original", Detail.ORIGINAL_TITLE),
    ENGLISH_TITLE("titulo_ingles", Detail.ENGLISH_TITLE),
    CITIZEN_GOALS("metas_ciudadanas", Detail.CITIZEN_GOALS),
    GAP("brecha", Detail.GAP),
    STATUS_QUO("situacion_actual", Detail.STATUS_QUO),
    IMPLIES("que_implica", Detail.IMPLIES),
    RESULTS("resultados_esperados", Detail.RESULTS),
    CONTRIBUTION("como_contribuye", Detail.CONTRIBUTION),
    LONG_TERM_GOAL("meta_largo_plazo", Detail.LONG_TERM_GOAL),
    UNIT("unidad", Detail.UNIT),
    CONTACT("contacto", Detail.CONTACT),
    INTERNAL_CONTACT("contacto_interno", Detail.INTERNAL_CONTACT),
    GOVERNMENT("apoyo_gobierno", Detail.GOVERNMENT),
    CIVIL_SOCIETY("apoyo_sociedad_civil", Detail.CIVIL_SOCIETY),
    PRIVATE_SECTOR("apoyo_sector_privado", Detail.PRIVATE_SECTOR),
    MULTILATERAL("apoyo_multilateral", Detail.MULTILATERAL),
    WORKING_GROUPS("grupos_trabajo", Detail.WORKING_GROUPS),
    AXIS("eje", Detail.AXIS),
    PRIMARY_AREA("area_principal", Detail.PRIMARY_AREA),
    OTHER_AREAS("otras_areas", Detail.OTHER_AREAS),
    SECTOR("sector", Detail.SECTOR),
    SDG("ods", Detail.SDG),
    RELATED("relacionados", Detail.RELATED),
    BUDGET("presupuesto", Detail.BUDGET),
    PEOPLE("personas", Detail.PEOPLE),
    MORE("mas_informacion", Detail.MORE),
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

    Column(String title, Detail detail) {
        this.title = title;
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
