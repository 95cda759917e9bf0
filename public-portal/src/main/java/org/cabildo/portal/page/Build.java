package org.cabildo.portal.page;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.time.Clock;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.stereotype.Component;

/** Names this build, so that no page outlives the templates it was made with; equal jars have equal names. */
@Component
class Build {

    private final String name;

    Build(Clock clock) {
        var source = new ApplicationHome(Build.class).getSource();
        name = source != null && source.isFile()
                ? contentOf(source)
                : Digest.of(clock.instant().toString().getBytes(StandardCharsets.UTF_8));
    }

    String name() {
        return name;
    }

    private static String contentOf(File jar) {
        var sha = Digest.sha256();
        try (var digesting = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
            Files.copy(jar.toPath(), digesting);
            return Digest.text(sha.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
