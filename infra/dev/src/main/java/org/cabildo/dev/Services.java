package org.cabildo.dev;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.cabildo.dev.Surroundings.Place;

/**
 * The four services that the applications stand on, embedded or given from outside.
 *
 * @param databaseUrl without user and password
 * @param provisioner owns the database, and only the worker learns its password
 * @param mail where letters go
 * @param client the back office at the identity provider
 */
record Services(String databaseUrl, Login provisioner, String redisUrl, Mail mail, String issuer, Login client) {

    /**
     * A mail server.
     *
     * @param smtpUrl with user and password
     * @param from whom letters come from
     */
    record Mail(String smtpUrl, String from) {

        /** Tells no password. */
        @Override
        public String toString() {
            return "Mail[" + from + "]";
        }
    }

    /**
     * Starts the services that are not given from outside, in the order in which they are needed.
     *
     * @param started takes each one, to stop it later
     * @param say told a key of the launcher's words and a name
     */
    static Services of(
            Surroundings surroundings,
            DataFolder data,
            Consumer<AutoCloseable> started,
            BiConsumer<String, String> say) {
        var database = database(surroundings, data, started, say);
        var redisUrl = redisUrl(surroundings, data, started, say);
        var mail = mail(surroundings, data, started, say);
        if (!surroundings.hasOwnIdentity()) {
            return new Services(
                    database.url(),
                    database.provisioner(),
                    redisUrl,
                    mail,
                    given(surroundings, "CABILDO_OIDC_ISSUER"),
                    new Login(
                            given(surroundings, "CABILDO_OIDC_CLIENT_ID"),
                            given(surroundings, "CABILDO_OIDC_CLIENT_SECRET")));
        }
        say.accept("starting", "identity");
        var identity =
                IdentityProvider.kept(data.identity(), surroundings.port(Place.IDENTITY), surroundings.officeAddress());
        started.accept(identity);
        say.accept("ready", "identity");
        return new Services(
                database.url(),
                database.provisioner(),
                redisUrl,
                mail,
                identity.issuer(),
                new Login(identity.clientId(), identity.clientSecret()));
    }

    /** An address and who may provision it. */
    record Database(String url, Login provisioner) {}

    /** Gives the database: the one from outside, or the embedded one, started if it does not run. */
    static Database database(
            Surroundings surroundings,
            DataFolder data,
            Consumer<AutoCloseable> started,
            BiConsumer<String, String> say) {
        if (!surroundings.hasOwnDatabase()) {
            return new Database(
                    given(surroundings, "CABILDO_DB_URL"),
                    new Login(given(surroundings, "CABILDO_DB_USER"), given(surroundings, "CABILDO_DB_PASSWORD")));
        }
        var port = surroundings.port(Place.DATABASE);
        var survives = LocalPostgres.survives(data.postgres(), port);
        say.accept(survives ? "reused" : "starting", "postgres");
        var postgres = LocalPostgres.kept(data.postgres(), port);
        started.accept(postgres);
        say.accept("ready", "postgres");
        return new Database(postgres.jdbcUrl(), postgres.provisioner());
    }

    private static String redisUrl(
            Surroundings surroundings,
            DataFolder data,
            Consumer<AutoCloseable> started,
            BiConsumer<String, String> say) {
        if (!surroundings.hasOwnRedis()) {
            return given(surroundings, "CABILDO_REDIS_URL");
        }
        var port = surroundings.port(Place.REDIS);
        say.accept(LocalRedis.survives(data.redis(), port) ? "reused" : "starting", "redis");
        var redis = LocalRedis.kept(data.redis(), port);
        started.accept(redis);
        say.accept("ready", "redis");
        return redis.url();
    }

    private static Mail mail(
            Surroundings surroundings,
            DataFolder data,
            Consumer<AutoCloseable> started,
            BiConsumer<String, String> say) {
        if (!surroundings.hasOwnMail()) {
            return new Mail(given(surroundings, "CABILDO_SMTP_URL"), given(surroundings, "CABILDO_MAIL_FROM"));
        }
        say.accept("starting", "mail");
        var mail = LocalMail.kept(data.mail(), surroundings.port(Place.MAIL));
        started.accept(mail);
        say.accept("ready", "mail");
        return new Mail(
                mail.smtpUrl(), surroundings.value("CABILDO_MAIL_FROM").orElse("Cabildo <cabildo@ejemplo.invalid>"));
    }

    private static String given(Surroundings surroundings, String name) {
        return surroundings.value(name).orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }
}
