package org.cabildo.onboarding;

/** How far a government has come on its way to its citizens. Each stage is a fact of its own. */
public enum Stage {
    /** It is in the national list. */
    LISTED,
    /** It was ordered, whatever became of the order. */
    ORDERED,
    /** Its tenant was made. */
    ONBOARDED,
    /** One of its administrators has signed in. */
    ENTERED,
    /** It has published a plan: told by its published figures, drafts are never looked at. */
    PUBLISHED
}
