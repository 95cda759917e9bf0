package org.cabildo.commitment.published;

import java.util.Map;
import java.util.stream.Collectors;
import org.cabildo.plan.published.Document;
import org.cabildo.plan.published.Endorsement;
import org.cabildo.plan.published.Foundation;
import org.jspecify.annotations.Nullable;

/** What a plan stands on as fields of an amendment. */
public final class PlanFields {

    private PlanFields() {}

    /** Adds what is said, each under its name. */
    public static void say(Map<String, String> fields, Foundation foundation) {
        foundation.vision().forEach((part, text) -> fields.put("vision." + part, text));
        var act = foundation.act();
        if (act != null) {
            fields.put("act.kind", act.kind().name());
            fields.put("act.number", act.number());
            fields.put("act.day", act.day().toString());
            fields.put("act.document", shown(act.document()));
        }
        var body = foundation.body();
        if (body != null) {
            fields.put("body.name", body.name());
            fields.put("body.kind", body.kind().name());
            fields.put("body.independence", body.independence());
            fields.put("body.contact", body.contact());
        }
        if (!foundation.endorsements().isEmpty()) {
            fields.put(
                    "endorsements",
                    foundation.endorsements().stream().map(PlanFields::line).collect(Collectors.joining("\n")));
        }
    }

    /** Parts of a line are divided by a bar; the second is a code. */
    private static String line(Endorsement endorsement) {
        var day = endorsement.day();
        return "%s | %s | %s | %s"
                .formatted(
                        endorsement.actor(),
                        endorsement.sector(),
                        day == null ? "–" : day,
                        shown(endorsement.document()));
    }

    private static String shown(@Nullable Document document) {
        return document == null ? "" : document.shown();
    }
}
