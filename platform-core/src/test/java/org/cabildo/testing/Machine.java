package org.cabildo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.cabildo.dev.LocalPostgres;
import org.cabildo.dev.LocalRedis;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.FileSystemUtils;

/** One real PostgreSQL and one real Redis per test JVM, with keys of their own. */
public final class Machine {

    private static final LocalPostgres POSTGRES = LocalPostgres.throwaway();
    private static final LocalRedis REDIS = LocalRedis.throwaway();
    private static final Dns DNS = Dns.start();
    private static final Path FILES = folder();
    private static final String OFFICE_KEY = key();
    private static final String PORTAL_KEY = key();

    private Machine() {}

    public static LocalPostgres postgres() {
        return POSTGRES;
    }

    public static LocalRedis redis() {
        return REDIS;
    }

    /** The name server that is asked for the proof of hosts. */
    public static Dns dns() {
        return DNS;
    }

    /** Points an application at this machine: the portal's and the office's keys are both there, so is the worker's login. */
    public static Map<String, Object> properties() {
        return Map.of(
                "cabildo.tenancy.database-url", POSTGRES.jdbcUrl(),
                "cabildo.tenancy.office-key", OFFICE_KEY,
                "cabildo.tenancy.portal-key", PORTAL_KEY,
                "cabildo.tenancy.provisioner.user", POSTGRES.provisioner().user(),
                "cabildo.tenancy.provisioner.password", POSTGRES.provisioner().password(),
                "spring.data.redis.url", REDIS.url(),
                "cabildo.file.folder", FILES,
                "cabildo.host.dns", DNS.url());
    }

    /** Where files are kept while this JVM lasts. */
    public static Path files() {
        return FILES;
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("cabildo-files");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a test's context these properties before anything is decided by them. */
    public static final class Described implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("machine", properties()));
            context.getBeanFactory().registerSingleton("outsiders", new Outsiders());
        }
    }

    /** Keeps out of a test's context what is only on its class path: the launcher's pages and other test applications. */
    private static final class Outsiders extends TypeExcludeFilter {
        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory readers) {
            var name = reader.getClassMetadata().getClassName();
            return name.startsWith("org.cabildo.dev.") || name.equals(CoreApplication.class.getName());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Outsiders;
        }

        @Override
        public int hashCode() {
            return Outsiders.class.hashCode();
        }
    }

    private static String key() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
