package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.testing.Papers.pdf;
import static org.cabildo.testing.Papers.sent;
import static org.cabildo.testing.Promises.TODAY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.Evidence;
import org.cabildo.file.StoredFile;
import org.cabildo.file.StoredFiles;
import org.cabildo.kernel.Percent;
import org.cabildo.plan.Fact;
import org.cabildo.plan.Plans;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.Pipe;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * Eighty thousand requests drawn by lot over twenty tenants, while officers publish: hosts, paths, ids of others, tags of
 * others' pages, cookies and headers that claim to be somebody else. Each tenant's content sings with its own number, and
 * no answer sings with a number that has no business there. With the twenty thousand acts of {@code NoForeignRowTest}
 * these are the hundred thousand.
 */
@PortalTest
class NoForeignPageTest {

    private static final Logger LOG = LoggerFactory.getLogger(NoForeignPageTest.class);
    private static final long SEED = Long.getLong("cabildo.seed", 20_261_128L);
    private static final int MUNICIPALITIES = 14;
    private static final int TENANTS = 20; // the last six are consortia of two municipalities each
    private static final int HANDS = 8;
    private static final int REQUESTS = 80_000;
    private static final int AT_ONCE = 10;
    private static final int ROUNDS = REQUESTS / HANDS / AT_ONCE;
    private static final int ROUNDS_TO_PUBLISH = 100;
    /** A tenant's name, what it published, what its file is called and says, what it keeps to itself. */
    private static final Pattern CANARY = Pattern.compile("q(ave|pio|huevo|nido)(\\d\\d)");

    private static final List<String> PAGES = List.of(
            "/",
            "/",
            "/datos",
            "/datos/compromisos.csv",
            "/datos/compromisos.json",
            "/datos/avances.csv",
            "/datos/hitos.csv",
            "/datos/hitos.json",
            "/datos/planes.csv",
            "/datos/planes.json",
            "/datos/avances.json",
            "/datos/compromisos.jsonld",
            "/datos/planes.schema.json",
            "/planes/plan-qpio<x>",
            "/planes/plan-qpio<x>/v/1",
            "/planes/plan-qpio<x>/compromisos/1",
            "/planes/plan-qpio<x>/v/1/compromisos/1",
            "/archivos/<file>",
            "/planes/plan-qnido<x>",
            "/planes/plan-qnido<x>/compromisos/1",
            "/archivos/<draft>",
            "/consorcios/<y>/planes/plan-qpio<x>",
            "/consorcios/<y>/planes/plan-qpio<x>/compromisos/1",
            "/consorcios/<y>/planes/plan-qpio<x>/v/1/compromisos/1",
            "/consorcios/<y>/archivos/<file>",
            "/consorcios/<y>/planes/plan-qnido<x>");

    private static final List<String> CLAIMS = List.of(
            "X-Forwarded-Host: <host>",
            "Forwarded: host=<host>",
            "X-Forwarded-Prefix: /t/<slug>",
            "X-Original-URL: /t/<slug>/",
            "X-Tenant: <slug>",
            "Cookie: CABILDO_PORTAL=<slug>; CABILDO_OFFICE=<slug>; tenant=<slug>",
            "Authorization: Basic <slug>",
            "Origin: http://<host>",
            "Referer: http://<host>/planes/",
            "Accept: application/json",
            "Accept-Language: en",
            "Range: bytes=0-40",
            "If-None-Match: *",
            "If-None-Match: <tag>",
            "If-None-Match: <tag>");

    /** A tenant of the cage. */
    private record Bird(int number, Office.Place place, Promises.Made made, StoredFile file, StoredFile draft) {}

    /**
     * A request, and what may be answered.
     *
     * @param visited number of the tenant; -1 for the nation, -2 for nobody
     * @param exists whether there is such a page
     */
    private record Drawn(Pipe.Asked asked, int visited, boolean exists, boolean english) {}

    /**
     * Where a page that does not exist was asked for: that is all its answer depends on.
     *
     * @param portal number of the tenant; -1 for the nation and nobody
     */
    private record Nowhere(int portal, boolean byPath, boolean english) {}

    @Autowired
    Reader reader;

    @Value("${local.server.port}")
    int port;

    private final List<Bird> birds = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<String, Integer> tags = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<String> someTags = new AtomicReferenceArray<>(256);
    private final AtomicIntegerArray statuses = new AtomicIntegerArray(600);
    private final Map<Nowhere, String> unknown = new HashMap<>();

    @BeforeEach
    void everyTenantSings() {
        for (int number = 0; number < MUNICIPALITIES; number++) {
            var place = Office.municipality("qave%02d".formatted(number));
            int its = number;
            birds.add(place.acts(
                    () -> sings(its, place, Office.the(Promises.class).published(title(its)))));
        }
        for (int number = MUNICIPALITIES; number < TENANTS; number++) {
            var one = birds.get(2 * (number - MUNICIPALITIES)).place();
            var other = birds.get(2 * (number - MUNICIPALITIES) + 1).place();
            var place = Office.consortium("qave%02d".formatted(number), one, other);
            int its = number;
            var made = Office.publishesTogether(place, one, other, title(its));
            birds.add(place.actsFor(one, () -> sings(its, place, made)));
        }
        for (var query : List.of("", "?lang=en")) {
            boolean english = !query.isEmpty();
            unknown.put(
                    new Nowhere(-1, false, english),
                    reader.get("localhost", "/no/existe" + query).body());
            for (var bird : birds) {
                unknown.put(
                        new Nowhere(bird.number(), false, english),
                        reader.get(bird.place().host(), "/no/existe" + query).body());
                unknown.put(
                        new Nowhere(bird.number(), true, english),
                        reader.get("localhost", "/t/" + bird.place().slug() + "/no/existe" + query)
                                .body());
            }
        }
        for (int i = 0; i < someTags.length(); i++) {
            someTags.set(i, "\"none\"");
        }
    }

    private static String title(int number) {
        return "Plan qpio%02d".formatted(number);
    }

    private static Bird sings(int number, Office.Place place, Promises.Made made) {
        var file = kept("qhuevo%02d".formatted(number));
        Office.the(CommitmentTracking.class)
                .reportProgress(
                        made.commitment(),
                        made.first(),
                        new Percent(40),
                        Evidence.in(file, "Acta qpio%02d".formatted(number)),
                        TODAY);
        Office.the(Promises.class).drafted("Plan qnido%02d".formatted(number));
        return new Bird(number, place, made, file, kept("qnido%02d".formatted(number)));
    }

    private static StoredFile kept(String words) {
        return Office.the(StoredFiles.class).keep(sent(words + ".pdf", pdf(words)));
    }

    @Test
    void whateverIsAskedNobodyReadsAForeignPage() throws Exception {
        LOG.info("Lots are drawn with the seed {}; -Dcabildo.seed={} draws them again", SEED, SEED);
        long begun = System.nanoTime();

        var hands = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, HANDS).forEach(hand -> hands.add(threads.submit(() -> work(hand))));
        }
        for (var hand : hands) {
            hand.get();
        }

        LOG.info(
                "{} requests in {}: {} found, {} unchanged, {} partly, {} unknown, {} refused; {} tags",
                REQUESTS,
                Duration.ofNanos(System.nanoTime() - begun),
                statuses.get(200),
                statuses.get(304),
                statuses.get(206),
                statuses.get(404),
                statuses.get(400) + statuses.get(405) + statuses.get(416),
                tags.size());
        assertThat(failures).as("with the seed %d", SEED).isEmpty();
        assertThat(IntStream.range(0, statuses.length()).map(statuses::get).sum())
                .isEqualTo(REQUESTS);
        assertThat(statuses.get(200)).as("pages found").isGreaterThan(REQUESTS / 5);
        assertThat(statuses.get(304)).as("pages unchanged").isPositive();
    }

    private Void work(int hand) throws Exception {
        var lot = new Random(SEED * HANDS + hand);
        try (var pipe = new Pipe(port)) {
            for (int round = 0; round < ROUNDS && failures.size() < 20; round++) {
                if (round % ROUNDS_TO_PUBLISH == hand) {
                    publish(birds.get(lot.nextInt(MUNICIPALITIES)));
                }
                var drawn = IntStream.range(0, AT_ONCE).mapToObj(_ -> draw(lot)).toList();
                var answers = pipe.ask(drawn.stream().map(Drawn::asked).toList());
                for (int i = 0; i < AT_ONCE; i++) {
                    judge(drawn.get(i), answers.get(i), lot);
                }
            }
        }
        return null;
    }

    /** A fact comes and another goes, so every page of the tenant is made anew. */
    private static void publish(Bird bird) {
        bird.place().acts(() -> {
            var plans = Office.the(Plans.class);
            plans.facts().stream().findFirst().ifPresent(fact -> plans.withdrawFact(fact.id()));
            return plans.state(new Fact(
                    Fact.Kind.AFFILIATION,
                    "Hecho qpio%02d".formatted(bird.number()),
                    TODAY,
                    Fact.Precision.DAY,
                    "Prueba"));
        });
    }

    private Drawn draw(Random lot) {
        var target = birds.get(lot.nextInt(TENANTS));
        var meant = lot.nextInt(3) > 0 ? target : birds.get(lot.nextInt(TENANTS)); // whose ids
        var page = PAGES.get(lot.nextInt(PAGES.size()));
        boolean together = page.startsWith("/consorcios/");
        if (together && target.number() < MUNICIPALITIES - 2 && lot.nextBoolean()) {
            meant = birds.get(MUNICIPALITIES + target.number() / 2);
        }
        var consortium = lot.nextInt(3) > 0 ? meant : birds.get(lot.nextInt(TENANTS));
        var path = page.replace("<x>", "%02d".formatted(meant.number()))
                .replace("<y>", consortium.place().slug())
                .replace("<file>", meant.file().id().toString())
                .replace("<draft>", meant.draft().id().toString());
        boolean english = lot.nextInt(4) == 0;
        var query = english ? "?lang=en" : lot.nextBoolean() ? "" : "?x=" + lot.nextInt(100);
        int visited = target.number();
        var host = target.place().host();
        switch (lot.nextInt(12)) {
            case 0, 1, 2, 3 -> {
                host = "localhost";
                path = "/t/" + target.place().slug() + path;
            }
            case 4 -> host = host.toUpperCase(Locale.ROOT);
            case 5 -> host = host + ".:" + lot.nextInt(1, 65_000);
            case 6 -> {
                host = "localhost";
                visited = -1;
            }
            case 7 -> {
                host = "q" + lot.nextInt(100) + "." + host;
                visited = -2;
            }
            default -> {
                // by its host, as it is
            }
        }
        boolean exists = visited == -1 ? page.equals("/") : visited >= 0 && isThere(page, target, meant, consortium);
        var method = lot.nextInt(30) == 0 ? "HEAD" : lot.nextInt(60) == 0 ? "POST" : "GET";
        var head = method + " " + path + query + " HTTP/1.1\r\nHost: " + host + "\r\n" + claims(lot) + "\r\n";
        return new Drawn(new Pipe.Asked(method.equals("HEAD"), head), visited, exists, english);
    }

    private static boolean isThere(String page, Bird target, Bird meant, Bird consortium) {
        if (page.contains("nido") || page.contains("<draft>")) {
            return false;
        }
        if (page.startsWith("/consorcios/")) {
            return meant.number() == consortium.number() && isMember(target.number(), consortium.number());
        }
        return !page.contains("<") || meant.number() == target.number();
    }

    private static boolean isMember(int municipality, int consortium) {
        return municipality < MUNICIPALITIES
                && consortium >= MUNICIPALITIES
                && municipality / 2 == consortium - MUNICIPALITIES;
    }

    private String claims(Random lot) {
        var claims = new StringBuilder();
        for (int i = lot.nextInt(3); i > 0; i--) {
            var other = birds.get(lot.nextInt(TENANTS)).place();
            var claim = CLAIMS.get(lot.nextInt(CLAIMS.size()));
            claims.append(claim.replace("<host>", other.host())
                            .replace("<slug>", other.slug())
                            .replace("<tag>", someTags.get(lot.nextInt(someTags.length()))))
                    .append("\r\n");
        }
        return claims.toString();
    }

    private void judge(Drawn drawn, Pipe.Answer answer, Random lot) {
        statuses.incrementAndGet(answer.status());
        boolean read = !drawn.asked().head().startsWith("POST");
        if (!read) {
            check(answer.status() == 405, "a page took what was sent", drawn, answer);
        } else if (drawn.exists()) {
            check(
                    List.of(200, 304, 206, 416).contains(answer.status()),
                    "a page that exists was not there",
                    drawn,
                    answer);
        } else {
            check(answer.status() == 404, "a page that does not exist was there", drawn, answer);
            check(
                    drawn.asked().bodiless() || answer.body().equals(unknown.get(nowhere(drawn))),
                    "an unknown page was told apart",
                    drawn,
                    answer);
        }
        var singing = CANARY.matcher(answer.headers() + answer.body());
        while (singing.find()) {
            check(
                    belongs(drawn.visited(), singing.group(1), Integer.parseInt(singing.group(2))),
                    "a foreign canary sang: " + singing.group(),
                    drawn,
                    answer);
        }
        own(drawn, answer, lot);
    }

    private static Nowhere nowhere(Drawn drawn) {
        int portal = Math.max(-1, drawn.visited());
        return new Nowhere(
                portal, portal >= 0 && drawn.asked().head().split(" ", 3)[1].startsWith("/t/"), drawn.english());
    }

    /** A tag of a page belongs to one tenant for ever: files are named by their content, which is different in each. */
    private void own(Drawn drawn, Pipe.Answer answer, Random lot) {
        var tag = answer.header("ETag");
        if (!tag.isEmpty()) {
            var owner = tags.putIfAbsent(tag, fileOwner(drawn));
            check(owner == null || owner == fileOwner(drawn), "a tag of another's page", drawn, answer);
            someTags.set(lot.nextInt(someTags.length()), tag);
        }
    }

    /** A consortium's file has the same tag on its members' portals. */
    private int fileOwner(Drawn drawn) {
        var line = drawn.asked().head().lines().findFirst().orElse("");
        return birds.stream()
                .filter(bird -> line.contains(bird.file().id().toString()))
                .map(Bird::number)
                .findFirst()
                .orElse(drawn.visited());
    }

    private static boolean belongs(int visited, String song, int singer) {
        boolean nation = visited == -1;
        boolean shared = isMember(visited, singer);
        return switch (song) {
            case "ave" ->
                nation || visited == singer || shared || isMember(singer, visited) || neighbours(visited, singer);
            case "pio", "huevo" -> visited == singer || shared;
            default -> false;
        };
    }

    /** Both belong to the same consortium, whose pages name its members. */
    private static boolean neighbours(int one, int other) {
        return one >= 0 && one < MUNICIPALITIES - 2 && other < MUNICIPALITIES - 2 && one / 2 == other / 2;
    }

    private void check(boolean right, String wrong, Drawn drawn, Pipe.Answer answer) {
        if (!right) {
            failures.add(wrong + "\n" + drawn + "\n" + answer.status() + " " + answer.headers() + "\n"
                    + answer.body().substring(0, Math.min(300, answer.body().length())));
        }
    }
}
