package org.cabildo.tenancy;

/** Whose rows the current work may touch. It chooses the database login, and with it every unqualified name. */
public sealed interface Scope {

    /** A word for this scope, unique and free of secrets. */
    String key();

    /** The platform's own rows: directory, people, territory, figures. */
    record Platform() implements Scope {
        @Override
        public String key() {
            return "platform";
        }
    }

    /** The rows of one tenant and of nobody else. */
    record OfTenant(TenantId tenant) implements Scope {
        @Override
        public String key() {
            return tenant.toString();
        }
    }
}
