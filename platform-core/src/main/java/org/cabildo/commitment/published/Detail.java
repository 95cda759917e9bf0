package org.cabildo.commitment.published;

import java.util.Arrays;
import java.util.List;

/**
 * What may be said of a commitment besides what every one needs, in the order in which a person thinks of it. The parts
 * are those of the templates of OGP's national and local plans.
 */
public enum Detail {
    /** A name for a list or a chart. */
    SHORT_TITLE(Group.NAME, Kind.LINE, "titulo_corto"),
    /** As OGP's own list has it, where that differs. */
    ORIGINAL_TITLE(Group.NAME, Kind.LINE, "titulo_original"),
    ENGLISH_TITLE(Group.NAME, Kind.LINE, "titulo_ingles"),
    /** What people get out of it, in short phrases. */
    CITIZEN_GOALS(Group.NAME, Kind.LIST, "metas_ciudadanas"),
    /** What is not open yet. */
    GAP(Group.WHY, Kind.TEXT, "brecha"),
    /** How it is today. */
    STATUS_QUO(Group.WHY, Kind.TEXT, "situacion_actual"),
    /** Proposals of people and organisations that it comes from, with a link where there is one. */
    ORIGIN_PROPOSALS(Group.WHY, Kind.LIST, "propuestas_origen"),
    IMPLIES(Group.WHAT, Kind.TEXT, "que_implica"),
    RESULTS(Group.WHAT, Kind.TEXT, "resultados_esperados"),
    /** How it helps to solve the problem. */
    CONTRIBUTION(Group.WHAT, Kind.TEXT, "como_contribuye"),
    LONG_TERM_GOAL(Group.WHAT, Kind.TEXT, "meta_largo_plazo"),
    /** The unit within the institution that answers for it. */
    UNIT(Group.WHO, Kind.LINE, "unidad"),
    /** Whom the public may ask. */
    CONTACT(Group.WHO, Kind.LINE, "contacto"),
    /** Who answers inside; never published. */
    INTERNAL_CONTACT(Group.WHO, Kind.LINE, "contacto_interno"),
    GOVERNMENT(Group.WHO, Kind.LIST, "apoyo_gobierno"),
    CIVIL_SOCIETY(Group.WHO, Kind.LIST, "apoyo_sociedad_civil"),
    PRIVATE_SECTOR(Group.WHO, Kind.LIST, "apoyo_sector_privado"),
    MULTILATERAL(Group.WHO, Kind.LIST, "apoyo_multilateral"),
    WORKING_GROUPS(Group.WHO, Kind.LIST, "grupos_trabajo"),
    /** Whether it works on data or on processes: {@code DATA}, {@code PROCESSES}. */
    AXIS(Group.ABOUT, Kind.CHOICE, "eje"),
    /** OGP's name of its first policy area. */
    PRIMARY_AREA(Group.ABOUT, Kind.CHOICE, "area_principal"),
    /** OGP's names of the others. */
    OTHER_AREAS(Group.ABOUT, Kind.CHOICES, "otras_areas"),
    SECTOR(Group.ABOUT, Kind.LINE, "sector"),
    /** Numbers of the Sustainable Development Goals, 1 to 17. */
    SDG(Group.ABOUT, Kind.CHOICES, "ods"),
    /** Numbers of other commitments of the same plan. */
    RELATED(Group.ABOUT, Kind.CHOICES, "relacionados"),
    /** Money, with its source. */
    BUDGET(Group.MEANS, Kind.LINE, "presupuesto"),
    PEOPLE(Group.MEANS, Kind.LINE, "personas"),
    /** What else is worth knowing, such as links with other plans. */
    MORE(Group.MEANS, Kind.TEXT, "mas_informacion");

    /** What it is about. */
    public enum Group {
        NAME,
        WHY,
        WHAT,
        WHO,
        ABOUT,
        MEANS;

        /** Its parts in order. */
        public List<Detail> parts() {
            return Arrays.stream(Detail.values())
                    .filter(one -> one.group == this)
                    .toList();
        }
    }

    /** How it is written. */
    public enum Kind {
        /** One line. */
        LINE,
        /** As many lines as it takes. */
        TEXT,
        /** One thing on each line. */
        LIST,
        /** One code of several. */
        CHOICE,
        /** Some codes of several, one on each line. */
        CHOICES
    }

    private final Group group;
    private final Kind kind;
    private final String column;

    Detail(Group group, Kind kind, String column) {
        this.group = group;
        this.kind = kind;
        this.column = column;
    }

    /** What is said of it as files write it: codes that are ours stand there as words. */
    public String inFiles(String said) {
        return this == AXIS ? (said.equals("DATA") ? "datos" : "procesos") : said;
    }

    /** Its name in files: the same in every language. */
    public String column() {
        return column;
    }

    public Group group() {
        return group;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the public reads it, and so whether it is part of the promise. */
    public boolean isPublic() {
        return this != INTERNAL_CONTACT;
    }
}
