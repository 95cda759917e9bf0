package org.cabildo.tenancy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How an application reaches its rows.
 *
 * @param databaseUrl JDBC address of PostgreSQL
 * @param loginKind which of the logins this application uses
 * @param officeKey base64 of 32 bytes; encrypts credentials of the kind OFFICE, absent where they must not be read
 * @param portalKey base64 of 32 bytes; encrypts credentials of the kind PORTAL
 * @param pool ceilings of the keyed pool
 * @param provisioner the login that makes and migrates schemas; only the worker has it
 */
@Validated
@ConfigurationProperties("cabildo.tenancy")
public record TenancySettings(
        @NotBlank String databaseUrl,
        @DefaultValue("OFFICE") LoginKind loginKind,
        @Nullable String officeKey,
        @Nullable String portalKey,
        @Valid @DefaultValue Pool pool,
        @Nullable Provisioner provisioner) {

    /**
     * Ceilings of the keyed pool.
     *
     * @param total connections over all logins
     * @param perLogin connections of one login: also the bulkhead against a noisy neighbour
     * @param patience how long work waits for a connection before it is refused
     * @param idle after how long an idle connection is closed
     * @param life how long a connection lives at most
     */
    public record Pool(
            @Min(2) @DefaultValue("300") int total,
            @Min(1) @DefaultValue("8") int perLogin,
            @DefaultValue("2s") Duration patience,
            @DefaultValue("10m") Duration idle,
            @DefaultValue("30m") Duration life) {}

    /**
     * The login that may create roles and schemas.
     *
     * @param user its name
     * @param password its password
     * @param workers how many orders are worked at once
     */
    public record Provisioner(
            String user, String password, @DefaultValue("2") int workers) {

        @Override
        public String toString() {
            return "Provisioner[" + user + "]";
        }
    }

    @Override
    public String toString() {
        return "TenancySettings[" + loginKind + "]";
    }
}
