package org.cabildo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much sooner the portal answers when the JVM may keep what an earlier start has loaded and linked. */
final class AheadOfTime {

    private static final int ROUNDS = 5;
    private final Ground ground;

    AheadOfTime(Ground ground) {
        this.ground = ground;
    }

    void measure(Report report) throws IOException, InterruptedException {
        var folder = Files.createDirectories(Bench.project().resolve("infra/bench/target/aot"));
        var jar = extract(folder);
        var cache = folder.resolve("portal.aot");
        Files.deleteIfExists(cache);
        start(List.of("-XX:AOTCacheOutput=" + cache, "-jar", jar));
        if (Files.notExists(cache)) {
            throw new IllegalStateException("The training run left no cache in " + cache);
        }
        var without = new double[ROUNDS];
        var with = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            without[i] = start(List.of("-jar", jar));
            with[i] = start(List.of("-XX:AOTCache=" + cache, "-jar", jar));
        }
        report.say(
                """
                Start of the portal with an AOT cache (JEP 514; its jar extracted as Spring Boot's tools do it, the cache of %.0f MB
                left by one training start) against the same without: seconds with %s, without %s.""",
                Files.size(cache) / 1048576.0,
                Sample.of(with).each("%.1f"),
                Sample.of(without).each("%.1f"));
        report.add(Figure.atMost(
                "Start of the portal with an AOT cache against without",
                1,
                Sample.of(with).over(Sample.of(without)).median(),
                " ×",
                "–"));
    }

    private double start(List<String> run) {
        try (var portal = Application.start(Application.Kind.PORTAL, ground, run)) {
            return portal.seconds();
        }
    }

    /** Lays the application out as a small jar beside its libraries, which a cache can know by name. */
    private static String extract(Path folder) throws IOException, InterruptedException {
        var whole = Application.Kind.PORTAL.jar().orElseThrow();
        var process = new ProcessBuilder(
                        Application.java(),
                        "-Djarmode=tools",
                        "-jar",
                        whole.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.resolve("portal").toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The portal's jar could not be extracted");
        }
        return folder.resolve("portal").resolve(whole.getFileName()).toString();
    }
}
