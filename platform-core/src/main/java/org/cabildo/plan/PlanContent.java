package org.cabildo.plan;

import java.util.List;

/** What a plan contains, owned by another room: it says it canonically, names what is missing, and publishes it. */
public interface PlanContent {

    /**
     * Something that must be mended before the plan can be published.
     *
     * @param about the part that lacks it, as officers know it
     * @param code key of the sentence
     * @param message the sentence in English
     */
    record Gap(String about, String code, String message) {}

    /** The content as text: equal content gives equal text, on any machine. */
    String canonical(PlanId plan);

    /** What must be mended before it can be published; empty when nothing. */
    List<Gap> gaps(PlanId plan);

    /** How many parts it has. */
    int size(PlanId plan);

    /** Deletes the content of a plan that never was proposed. */
    void delete(PlanId plan);

    /** Copies the content to where the public reads it, under this version. */
    void publish(PlanId plan, PlanVersionId version);
}
