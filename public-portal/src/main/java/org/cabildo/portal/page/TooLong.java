package org.cabildo.portal.page;

/** What was asked for would be larger than this process can make. */
public class TooLong extends RuntimeException {

    /** Says no more than that. */
    public TooLong() {
        super("Too long to be made");
    }
}
