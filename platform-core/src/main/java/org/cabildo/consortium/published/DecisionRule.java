package org.cabildo.consortium.published;

/** How many of the members that decide must approve a version of the shared plan before it is published. */
public enum DecisionRule {
    /** All of them: what holds unless the members agreed otherwise. */
    UNANIMITY,
    /** Two thirds of them, rounded up. */
    TWO_THIRDS,
    /** More than half of them. */
    MAJORITY;

    /**
     * How many approvals are needed.
     *
     * @param deciding how many members decide, 1 or more
     */
    public int needed(int deciding) {
        return switch (this) {
            case UNANIMITY -> deciding;
            case TWO_THIRDS -> (2 * deciding + 2) / 3;
            case MAJORITY -> deciding / 2 + 1;
        };
    }
}
