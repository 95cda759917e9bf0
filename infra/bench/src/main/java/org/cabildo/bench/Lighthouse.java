package org.cabildo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cabildo.tenancy.Tenant;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Lighthouse thinks of the portal's pages on the cheap phone and slow line that it imitates. It needs Node, which
 * nothing else here does: it is asked only where {@code CABILDO_LIGHTHOUSE} names its program.
 */
final class Lighthouse {

    private static final int ROUNDS = 3;
    private static final int TRIES = 3;
    private static final int GOOD = 95; // of 100, in each category
    private static final long PATIENCE = 180; // seconds
    private final Ground ground;
    private final Tenant tenant;

    private enum Category {
        PERFORMANCE,
        ACCESSIBILITY,
        BEST_PRACTICES,
        SEO;

        private String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param tenant one that has published a plan */
    Lighthouse(Ground ground, Tenant tenant) {
        this.ground = ground;
        this.tenant = tenant;
    }

    void measure(Report report) throws IOException, InterruptedException {
        var program = Optional.ofNullable(System.getenv("CABILDO_LIGHTHOUSE")).filter(named -> !named.isBlank());
        if (program.isEmpty()) {
            report.say("Lighthouse was not asked: `CABILDO_LIGHTHOUSE` names no program (`npm install lighthouse`).");
            return;
        }
        var home = "/t/" + tenant.slug() + "/";
        var pages = new LinkedHashMap<String, String>();
        pages.put("directory", "/");
        pages.put("home", home);
        pages.put("plan", home + "planes/plan-de-accion");
        pages.put("commitment", Settlers.page(tenant));
        var rows = new ArrayList<List<String>>();
        try (var portal = Application.start(Application.Kind.PORTAL, ground)) {
            for (var page : pages.entrySet()) {
                portal.get(page.getValue());
                var scores = scores(program.get(), "http://localhost:" + portal.port() + page.getValue());
                rows.add(row(page.getKey(), scores));
                var least = scores.entrySet().stream()
                        .min(Comparator.comparingDouble(each -> each.getValue().median()))
                        .orElseThrow();
                report.add(Figure.atLeast(
                        "Lighthouse, %s: least of four, %s"
                                .formatted(page.getKey(), least.getKey().key()),
                        GOOD,
                        least.getValue().median(),
                        "",
                        "–"));
            }
        }
        report.say(
                "Lighthouse judges the portal as a phone sees it (its own defaults: a slow processor, 1.6 Mbit/s, 150 ms), median of %d.",
                ROUNDS);
        report.table(List.of("Page", "performance", "accessibility", "best practices", "SEO"), rows);
    }

    private static List<String> row(String page, Map<Category, Sample> scores) {
        var row = new ArrayList<>(List.of(page));
        scores.values().forEach(score -> row.add("%.0f".formatted(score.median())));
        return row;
    }

    private static Map<Category, Sample> scores(String program, String address)
            throws IOException, InterruptedException {
        var judged = new ArrayList<Map<Category, Double>>();
        for (int round = 0; round < ROUNDS; round++) {
            judged.add(ask(program, address));
        }
        var scores = new EnumMap<Category, Sample>(Category.class);
        for (var category : Category.values()) {
            scores.put(
                    category, Sample.of(judged.stream().mapToDouble(each -> 100 * each.getOrDefault(category, 0.0))));
        }
        return scores;
    }

    /** Asks again where it could not record the page: that says nothing of the page, and Lighthouse itself advises it. */
    private static Map<Category, Double> ask(String program, String address) throws IOException, InterruptedException {
        for (int attempt = 1; attempt < TRIES; attempt++) {
            var judged = tried(program, address);
            if (judged.isPresent()) {
                return judged.get();
            }
        }
        return tried(program, address)
                .orElseThrow(() -> new IllegalStateException(
                        "Lighthouse did not judge " + address + "; see infra/bench/target/lighthouse"));
    }

    private static Optional<Map<Category, Double>> tried(String program, String address)
            throws IOException, InterruptedException {
        var folder = Files.createDirectories(Bench.project().resolve("infra/bench/target/lighthouse"));
        var answer = folder.resolve("answer.json");
        Files.deleteIfExists(answer);
        var builder = new ProcessBuilder(
                        program,
                        address,
                        "--quiet",
                        "--output=json",
                        "--output-path=" + answer,
                        "--only-categories="
                                + String.join(
                                        ",",
                                        Arrays.stream(Category.values())
                                                .map(Category::key)
                                                .toList()),
                        "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage --disable-gpu")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("lighthouse.log").toFile());
        builder.environment().put("CHROME_PATH", System.getenv().getOrDefault("CABILDO_CHROMIUM", "/usr/bin/chromium"));
        var process = builder.start();
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS) || process.exitValue() != 0 || Files.notExists(answer)) {
            process.destroyForcibly();
            return Optional.empty();
        }
        return Optional.of(read(answer));
    }

    private static Map<Category, Double> read(Path answer) {
        var categories = new JsonMapper().readTree(answer.toFile()).get("categories");
        var scores = new EnumMap<Category, Double>(Category.class);
        for (var category : Category.values()) {
            scores.put(category, categories.get(category.key()).get("score").doubleValue());
        }
        return scores;
    }
}
