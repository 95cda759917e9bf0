package org.cabildo.copying;

/** Whose commitments can be copied. */
public enum From {
    /** Those of Chile's national plans: of these only the title is known. */
    NATIONAL_LIBRARY,
    /** What other institutions published. */
    OTHERS,
    /** What one published oneself. */
    OWN
}
