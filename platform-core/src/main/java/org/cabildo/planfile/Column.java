package org.cabildo.planfile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cabildo.commitment.published.Detail;
import org.jspecify.annotations.Nullable;

/** What stands in a column of a plan's file. Titles are data: the same in every language of the office. */
public enum Column {
    NUMBER("numero", Sheet.COMMITMENTS),
    TITLE("titulo", Sheet.COMMITMENTS),
    PROBLEM("problema", Sheet.COMMITMENTS),
    DESCRIPTION("descripcion", Sheet.COMMITMENTS),
    ACTORS("actores", Sheet.COMMITMENTS),
    RESPONSIBLE("responsable", Sheet.COMMITMENTS),
    LEAD("lidera", Sheet.COMMITMENTS),
    START("inicio", Sheet.COMMITMENTS),
    END("termino", Sheet.COMMITMENTS),
    ATI("valor_ati", Sheet.COMMITMENTS),
    CP("valor_cp", Sheet.COMMITMENTS),
    PA("valor_pa", Sheet.COMMITMENTS),
    TEC("valor_tec", Sheet.COMMITMENTS),
    PILLARS("pilares", Sheet.COMMITMENTS),
    SHORT_TITLE(Detail.SHORT_TITLE),
    ORIGINAL_TITLE(Detail.ORIGINAL_TITLE),
    ENGLISH_TITLE(Detail.ENGLISH_TITLE),
    CITIZEN_GOALS(Detail.CITIZEN_GOALS),
    GAP(Detail.GAP),
    STATUS_QUO(Detail.STATUS_QUO),
    ORIGIN_PROPOSALS(Detail.ORIGIN_PROPOSALS),
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
    ACTIVITY("hito", Sheet.MILESTONES),
    DELIVERABLE("hito_entregable", Sheet.MILESTONES),
    ACCOUNTABLE("hito_responsable", Sheet.MILESTONES),
    FROM("hito_inicio", Sheet.MILESTONES),
    UNTIL("hito_termino", Sheet.MILESTONES),
    WEIGHT("hito_peso", Sheet.MILESTONES),
    FOLLOWS("hito_espera", Sheet.MILESTONES),
    FIELD("campo", Sheet.PLAN),
    CONTENT("contenido", Sheet.PLAN),
    ACTOR("respaldo_actor", Sheet.ENDORSEMENTS),
    ACTOR_SECTOR("respaldo_sector", Sheet.ENDORSEMENTS),
    ACTOR_DAY("respaldo_fecha", Sheet.ENDORSEMENTS),
    ACTOR_LETTER("respaldo_carta", Sheet.ENDORSEMENTS);

    /** The sheets of a workbook; in a table their columns stand side by side. */
    enum Sheet {
        COMMITMENTS(FileRows.COMMITMENTS),
        MILESTONES(FileRows.MILESTONES),
        PLAN(FileRows.PLAN),
        ENDORSEMENTS(FileRows.ENDORSEMENTS);

        private final String title;

        Sheet(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** The values of the Open Government Partnership, each explained in a column of its own. */
    static final List<Column> VALUES = List.of(ATI, CP, PA, TEC);

    private final String title;
    private final Sheet sheet;
    private final @Nullable Detail detail;

    Column(String title, Sheet sheet) {
        this.title = title;
        this.sheet = sheet;
        this.detail = null;
    }

    Column(Detail detail) {
        this.title = detail.column();
        this.sheet = Sheet.COMMITMENTS;
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

    /** Whether no row of its sheet goes without it. */
    public boolean isRequired() {
        return switch (this) {
            case NUMBER, TITLE, ACTIVITY, DELIVERABLE, FROM, UNTIL, FIELD, CONTENT, ACTOR, ACTOR_SECTOR -> true;
            default -> false;
        };
    }

    boolean isDay() {
        return switch (this) {
            case START, END, FROM, UNTIL, ACTOR_DAY, CONTENT -> true; // a content may be one
            default -> false;
        };
    }

    static Optional<Column> titled(String text) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(Folded.of(text)))
                .findFirst();
    }

    /** The columns of a commitment. */
    static List<Column> ofCommitments() {
        return of(Sheet.COMMITMENTS);
    }

    /** The columns of a milestone, which begin with the number of its commitment. */
    static List<Column> ofMilestones() {
        return Stream.concat(Stream.of(NUMBER), of(Sheet.MILESTONES).stream()).toList();
    }

    /** The columns that the one table always has: commitments and their milestones. */
    static List<Column> ofPromises() {
        return Stream.concat(ofCommitments().stream(), of(Sheet.MILESTONES).stream())
                .toList();
    }

    /** All columns that the one table may have: after those of commitments and milestones, those of the plan itself. */
    static List<Column> ofTable() {
        return List.of(values());
    }

    /** The columns of a sheet. */
    static List<Column> of(Sheet sheet) {
        return Arrays.stream(values()).filter(column -> column.sheet == sheet).toList();
    }
}
