package org.cabildo.tenancy;

/** A database login with its password; never printed. */
record Login(String name, String password) {

    @Override
    public String toString() {
        return "Login[" + name + "]";
    }
}
