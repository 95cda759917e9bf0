package org.cabildo.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people say of themselves: how they are shown to others, and in which language they are spoken to. */
@Service
public class Profiles {

    private static final int LONGEST_NAME = 120;
    private final Sql sql;

    Profiles(Sql sql) {
        this.sql = sql;
    }

    /**
     * Somebody, as they see themselves.
     *
     * @param name as others see it
     * @param email as the provider vouched for it when they signed in last
     * @param language null while they have not chosen one
     */
    public record Profile(
            String name, String email, @Nullable Locale language) {

        /** The language they are written to in: their own, or Spanish. */
        public Locale written() {
            return Objects.requireNonNullElse(language, Languages.SPANISH);
        }
    }

    /**
     * Somebody's profile.
     *
     * @throws Unknown if there is no such person
     */
    public Profile of(PersonId person) {
        return TenantScope.platform(() -> sql.of("select name, email, language from person where id = ?")
                .param(person.value())
                .query(Profiles::profile)
                .optional()
                .orElseThrow(() -> new Unknown("person", person)));
    }

    /**
     * Who administers a tenant, in the order of their addresses: for letters to them.
     *
     * @param connected in the platform's scope, or while a tenant is made
     */
    public List<Profile> administratorsOf(Sql connected, TenantId tenant) {
        return connected.of("""
                        select p.name, p.email, p.language
                          from platform.membership m join platform.person p on p.id = m.person_id
                         where m.tenant_id = ? and m.role = 'ADMINISTRATOR' order by p.email
                        """).param(tenant.value()).query(Profiles::profile).list();
    }

    /** The language somebody chose to be spoken to in, if they did. */
    public Optional<Locale> languageOf(PersonId person) {
        return Optional.ofNullable(of(person).language());
    }

    /**
     * Shows the person who acts under this name from now on; the provider's name no longer replaces it.
     *
     * @throws Refused if the name is empty or longer than 120 letters
     */
    public void rename(String name) {
        var called = name.strip().replaceAll("\\s+", " ");
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new Refused(
                    "identity.name",
                    "A name has 1 to %s letters but had %s.".formatted(LONGEST_NAME, called.length()),
                    LONGEST_NAME,
                    called.length());
        }
        var person = Officer.current().person();
        TenantScope.runPlatform(() -> sql.of("update person set name = ?, named_by_self = true where id = ?")
                .param(called)
                .param(person.value())
                .update());
    }

    /** Speaks to the person who acts in this language from now on, in letters too. */
    public void speak(Locale language) {
        var person = Officer.current().person();
        TenantScope.runPlatform(() -> sql.of("update person set language = ? where id = ?")
                .param(Languages.kept(language))
                .param(person.value())
                .update());
    }

    private static Profile profile(ResultSet row, int number) throws SQLException {
        var language = row.getString("language");
        return new Profile(
                row.getString("name"), row.getString("email"), language == null ? null : Languages.of(language));
    }
}
