package org.cabildo.tenancy;

import org.springframework.stereotype.Component;

/**
 * Seals texts that must not be read in a copy of the database, under the office's key. The office and the worker open
 * them; the portal has no such key.
 */
@Component
public class Seals {

    private final Vaults vaults;

    Seals(Vaults vaults) {
        this.vaults = vaults;
    }

    /**
     * Seals a text.
     *
     * @param name what it belongs to, authenticated with it
     */
    public byte[] seal(String name, String text) {
        return vaults.of(LoginKind.OFFICE).seal(name, text);
    }

    /**
     * Opens what was sealed.
     *
     * @param name the same as it was sealed with
     * @throws IllegalStateException if it was sealed with another key or for something else
     */
    public String open(String name, byte[] sealed) {
        return vaults.of(LoginKind.OFFICE).text(name, sealed);
    }
}
