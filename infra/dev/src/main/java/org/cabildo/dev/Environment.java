package org.cabildo.dev;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.cabildo.dev.Surroundings.Place;

/** What each application is told: its own secrets and nobody else's. */
final class Environment {

    /** Meant for the launcher alone, or handed out again below to those whom it concerns. */
    private static final Pattern NOT_INHERITED = Pattern.compile(
            "CABILDO_(DB|REDIS|OIDC|SMTP)_.*|CABILDO_.*_(KEY|PORT)|CABILDO_(DATA|DEMO|LIFELINE)|SERVER_.*");

    private final Surroundings surroundings;
    private final Secrets secrets;
    private final Services services;
    private final Path files;

    /** @param files where stored files lie, unless the environment says another folder or a bucket */
    Environment(Surroundings surroundings, Secrets secrets, Services services, Path files) {
        this.surroundings = surroundings;
        this.secrets = secrets;
        this.services = services;
        this.files = files;
    }

    Map<String, String> worker() {
        var worker = common();
        worker.putAll(provisioning(surroundings, secrets, services.provisioner()));
        worker.put("CABILDO_SMTP_URL", services.mail().smtpUrl());
        worker.put("CABILDO_MAIL_FROM", services.mail().from());
        worker.put("CABILDO_HEALTH_PORT", Integer.toString(surroundings.port(Place.HEALTH)));
        if (surroundings.hasOwnDatabase()) {
            worker.put("CABILDO_DEMO", surroundings.value("CABILDO_DEMO").orElse("true"));
        }
        return worker;
    }

    /** What only the worker may know: the provisioning login, both keys, and the one that signs ledgers. */
    static Map<String, String> provisioning(Surroundings surroundings, Secrets secrets, Login provisioner) {
        return Map.of(
                "CABILDO_DB_USER", provisioner.user(),
                "CABILDO_DB_PASSWORD", provisioner.password(),
                "CABILDO_OFFICE_KEY", key(surroundings, secrets, "CABILDO_OFFICE_KEY"),
                "CABILDO_PORTAL_KEY", key(surroundings, secrets, "CABILDO_PORTAL_KEY"),
                "CABILDO_LEDGER_KEY", key(surroundings, secrets, "CABILDO_LEDGER_KEY"));
    }

    Map<String, String> office() {
        var office = common();
        office.put("CABILDO_OFFICE_KEY", key(surroundings, secrets, "CABILDO_OFFICE_KEY"));
        office.put("CABILDO_OIDC_ISSUER", services.issuer());
        office.put("CABILDO_OIDC_CLIENT_ID", services.client().user());
        office.put("CABILDO_OIDC_CLIENT_SECRET", services.client().password());
        office.put("SERVER_PORT", Integer.toString(surroundings.port(Place.OFFICE)));
        return office;
    }

    Map<String, String> portal() {
        var portal = common();
        portal.put("CABILDO_PORTAL_KEY", key(surroundings, secrets, "CABILDO_PORTAL_KEY"));
        portal.put("SERVER_PORT", Integer.toString(surroundings.port(Place.PORTAL)));
        return portal;
    }

    private Map<String, String> common() {
        var common = inherited(System.getenv());
        common.put("CABILDO_DB_URL", services.databaseUrl());
        common.put("CABILDO_REDIS_URL", services.redisUrl());
        common.put("CABILDO_PORTAL_ADDRESS", surroundings.portalAddress());
        common.put("CABILDO_OFFICE_ADDRESS", surroundings.officeAddress());
        common.put("CABILDO_FILES", surroundings.value("CABILDO_FILES").orElse(files.toString()));
        common.put("CABILDO_LIFELINE", "stdin");
        return common;
    }

    /** The environment without the secrets and choices that belong to the launcher. */
    static Map<String, String> inherited(Map<String, String> environment) {
        var inherited = new HashMap<>(environment);
        inherited.keySet().removeIf(name -> NOT_INHERITED.matcher(name).matches());
        return inherited;
    }

    private static String key(Surroundings surroundings, Secrets secrets, String name) {
        return surroundings.value(name).orElseGet(() -> secrets.key(name));
    }
}
