package org.cabildo.commitment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.cabildo.commitment.published.Amendment.Kind;
import org.cabildo.commitment.published.Amendment.Part;
import org.cabildo.commitment.published.PlanFields;
import org.cabildo.kernel.Period;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.Foundations;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The draft of a plan part by part, as versions are compared: the plan itself, its commitments, their milestones. */
@Component
class DraftParts {

    private final Plans plans;
    private final Foundations foundations;
    private final CommitmentRows commitments;
    private final Pillars pillars;
    private final CommitmentOrigins origins;

    DraftParts(
            Plans plans,
            Foundations foundations,
            CommitmentRows commitments,
            Pillars pillars,
            CommitmentOrigins origins) {
        this.plans = plans;
        this.foundations = foundations;
        this.commitments = commitments;
        this.pillars = pillars;
        this.origins = origins;
    }

    /**
     * The parts in the order of the plan.
     *
     * @throws org.cabildo.kernel.Unknown if there is no such plan
     */
    List<Part> of(PlanId id) {
        var parts = new ArrayList<Part>();
        parts.add(plan(id));
        var adapted = origins.of(id);
        for (var commitment : commitments.findByPlanOrderByNumber(id.value())) {
            var part = part(commitment);
            var origin = adapted.get(commitment.id());
            if (origin != null) {
                part.fields().put("origin", origin.shown());
            }
            parts.add(part);
            commitment.milestones().forEach(milestone -> parts.add(part(commitment, milestone)));
        }
        return parts;
    }

    private Part plan(PlanId id) {
        var said = plans.require(id).said();
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", said.title());
        fields.put("framework", said.framework().name());
        fields.put("period", period(said.period()));
        fields.put("summary", said.summary());
        fields.put("source", said.source());
        PlanFields.say(fields, foundations.of(id).said());
        return new Part(Kind.PLAN, id.value(), 0, said.title(), fields);
    }

    private Part part(Commitment commitment) {
        var said = commitment.said();
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", said.title());
        fields.put("withdrawn", text(commitment.withdrawn()));
        fields.put("problem", said.problem());
        fields.put("description", said.description());
        fields.put("actors", said.actors());
        fields.put("responsible", said.responsible());
        fields.put("lead", said.lead() == null ? "" : said.lead().name());
        fields.put("period", period(said.period()));
        fields.put("pillars", String.join("\n", pillars.names(said.pillars())));
        said.relevance().forEach(reason -> fields.put("value." + reason.value(), reason.explanation()));
        said.details().say(fields);
        return new Part(Kind.COMMITMENT, commitment.id().value(), commitment.number(), said.title(), fields);
    }

    private static Part part(Commitment commitment, Milestone milestone) {
        var said = milestone.said();
        var fields = new LinkedHashMap<String, String>();
        fields.put("activity", said.activity());
        fields.put("withdrawn", text(milestone.withdrawn()));
        fields.put("deliverable", said.deliverable());
        fields.put("responsible", said.responsible());
        fields.put("period", period(said.period()));
        fields.put("weight", String.valueOf(said.weight()));
        fields.put("follows", Sequence.text(said.follows()));
        return new Part(Kind.MILESTONE, milestone.id().value(), commitment.number(), said.activity(), fields);
    }

    private static String period(@Nullable Period period) {
        return period == null ? "" : period.start() + "/" + period.end();
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }
}
