package org.cabildo.mail;

/** Whoever hands letters to a mail server. Only the worker has one. */
public interface Carrier {

    /**
     * Hands a letter to the server.
     *
     * @param id the same at every try, so that a letter carried twice is known to be one
     * @throws NotCarried if the server did not take it
     */
    void carry(MailId id, Letter letter) throws NotCarried;

    /** The server did not take a letter. */
    final class NotCarried extends Exception {

        private final boolean forGood;

        /**
         * @param reason what the server said, for the person who wanted the letter sent; empty if it did not answer
         * @param forGood whether trying again is of no use
         */
        public NotCarried(String reason, boolean forGood) {
            super(reason);
            this.forGood = forGood;
        }

        /** Whether trying again is of no use. */
        public boolean isForGood() {
            return forGood;
        }
    }
}
