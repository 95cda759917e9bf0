package org.cabildo.worker.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cabildo.identity.Role;
import org.cabildo.plan.Fact;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PreparationItem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What {@code demo/content.json} says. */
record Content(String coordinator, List<Government> governments, List<Consortium> consortia) {

    record Government(
            String code,
            String slug,
            String template,
            String administrator,
            List<Person> people,
            boolean publishPillars,
            @Nullable Text text,
            List<Fact> facts,
            List<Plan> plans) {}

    record Person(String email, String name, Role role) {}

    record Text(String definition, List<String> benefits) {}

    record Plan(
            String title,
            Framework framework,
            LocalDate start,
            LocalDate end,
            String summary,
            List<Commitment> commitments) {}

    /** @param lead code of the government that leads it, in a shared plan */
    record Commitment(
            String title,
            String problem,
            String description,
            String actors,
            String responsible,
            LocalDate starts,
            LocalDate ends,
            Map<String, String> relevance,
            @Nullable String lead,
            List<Milestone> milestones) {}

    record Milestone(
            String activity, String deliverable, LocalDate starts, LocalDate ends, int weight, List<Report> reports) {}

    /** @param reason of a correction; empty: an advance */
    record Report(int reached, String shows, String reason) {}

    record Consortium(
            String name,
            String slug,
            List<String> members,
            LocalDate joined,
            String source,
            List<String> actors,
            List<Fact> facts,
            @Nullable Preparation preparation,
            @Nullable Plan plan) {}

    record Preparation(String title, String summary, String source, List<PreparationItem> items) {}

    static Content read(JsonMapper json) {
        try (var stream = Content.class.getResourceAsStream("/demo/content.json")) {
            return json.readValue(Objects.requireNonNull(stream), Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
