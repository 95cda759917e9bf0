package org.cabildo.portal.ledger;

import org.cabildo.ledger.published.PublishedLedger;
import org.cabildo.portal.page.Words;
import org.jspecify.annotations.Nullable;

/** A value that an act changed, as readers of one language know it. */
public record Changed(Words words, PublishedLedger.Change change) {

    /** What it was and is; only what it is where it was nothing, or nobody says. */
    public String said() {
        return change.before() == null
                ? shown(change.after())
                : words.get("history.fromTo", shown(change.before()), shown(change.after()));
    }

    private String shown(@Nullable String value) {
        if (value == null) {
            return words.get("history.none");
        }
        return switch (change.name()) {
            case "progress" -> words.get("percent", value);
            case "mends" -> words.get("history.number", value);
            case "stage" -> words.get("stage." + value);
            default -> value;
        };
    }
}
