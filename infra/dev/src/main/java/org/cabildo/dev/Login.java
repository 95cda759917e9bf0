package org.cabildo.dev;

/** A name and a password that open a database. */
public record Login(String user, String password) {

    /** Tells the name only: passwords stay out of logs. */
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
