package org.cabildo.portal.page;

/** So much is being made that this has to wait: the reader may try again. */
public class Busy extends RuntimeException {

    /** Says no more than that. */
    public Busy() {
        super("Others are being made");
    }
}
