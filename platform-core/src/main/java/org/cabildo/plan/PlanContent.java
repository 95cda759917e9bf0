package org.cabildo.plan;

import java.util.List;

/** What a plan contains, owned by another room: it says it canonically, names what is missing, and publishes it. */
public interface PlanContent {

    /**
     * Something that is missing or weak; how much it matters is the rules' to say.
     *
     * @param about the part that lacks it, as officers know it
     * @param code key of the sentence
     * @param message the sentence in English
     * @param arguments what the sentence names, in the order of its placeholders
     */
    record Gap(String about, String code, String message, List<Object> arguments) {

        /** A gap whose sentence names what it is about, if anything. */
        public Gap(String about, String code, String message) {
            this(about, code, message, List.of(about));
        }
    }

    /** The content as text: equal content gives equal text, on any machine. */
    String canonical(PlanId plan);

    /** What is missing or weak; empty when nothing. */
    List<Gap> gaps(PlanId plan);

    /** How many parts it has. */
    int size(PlanId plan);

    /** Deletes the content of a plan that never was proposed. */
    void delete(PlanId plan);

    /** Copies the content to where the public reads it, under this version. */
    void publish(PlanId plan, PlanVersionId version);
}
