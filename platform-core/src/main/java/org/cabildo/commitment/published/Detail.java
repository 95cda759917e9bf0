package org.cabildo.commitment.published;

import java.util.Arrays;
import java.util.List;

/**
 * What may be said of a commitment besides what every one needs, in the order in which a person thinks of it. The parts
 * are those of the templates of OGP's national and local plans.
 */
public enum Detail {
    /** A name for a list or a chart. */
    SHORT_TITLE(Group.NAME, Kind.LINE),
    /** As OGP's own list has it, where that differs. */
    ORIGINAL_TITLE(Group.NAME, Kind.LINE),
    ENGLISH_TITLE(Group.NAME, Kind.LINE),
    /** What people get out of it, in short phrases. */
    CITIZEN_GOALS(Group.NAME, Kind.LIST),
    /** What is not open yet. */
    GAP(Group.WHY, Kind.TEXT),
    /** How it is today. */
    STATUS_QUO(Group.WHY, Kind.TEXT),
    IMPLIES(Group.WHAT, Kind.TEXT),
    RESULTS(Group.WHAT, Kind.TEXT),
    /** How it helps to solve the problem. */
    CONTRIBUTION(Group.WHAT, Kind.TEXT),
    LONG_TERM_GOAL(Group.WHAT, Kind.TEXT),
    /** The unit within the institution that answers for it. */
    UNIT(Group.WHO, Kind.LINE),
    /** Whom the public may ask. */
    CONTACT(Group.WHO, Kind.LINE),
    /** Who answers inside; never published. */
    INTERNAL_CONTACT(Group.WHO, Kind.LINE),
    GOVERNMENT(Group.WHO, Kind.LIST),
    CIVIL_SOCIETY(Group.WHO, Kind.LIST),
    PRIVATE_SECTOR(Group.WHO, Kind.LIST),
    MULTILATERAL(Group.WHO, Kind.LIST),
    WORKING_GROUPS(Group.WHO, Kind.LIST),
    /** Whether it works on data or on processes: {@code DATA}, {@code PROCESSES}. */
    AXIS(Group.ABOUT, Kind.CHOICE),
    /** OGP's name of its first policy area. */
    PRIMARY_AREA(Group.ABOUT, Kind.CHOICE),
    /** OGP's names of the others. */
    OTHER_AREAS(Group.ABOUT, Kind.CHOICES),
    SECTOR(Group.ABOUT, Kind.LINE),
    /** Numbers of the Sustainable Development Goals, 1 to 17. */
    SDG(Group.ABOUT, Kind.CHOICES),
    /** Numbers of other commitments of the same plan. */
    RELATED(Group.ABOUT, Kind.CHOICES),
    /** Money, with its source. */
    BUDGET(Group.MEANS, Kind.LINE),
    PEOPLE(Group.MEANS, Kind.LINE),
    /** What else is worth knowing, such as links with other plans. */
    MORE(Group.MEANS, Kind.TEXT);

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

    Detail(Group group, Kind kind) {
        this.group = group;
        this.kind = kind;
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
