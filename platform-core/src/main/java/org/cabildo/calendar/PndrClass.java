package org.cabildo.calendar;

/** How rural a comuna is, as the national policy of rural development (PNDR) classes it. A region has no class. */
public enum PndrClass {
    URBANA,
    MIXTA,
    RURAL
}
