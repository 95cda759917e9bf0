package org.cabildo.commitment.published;

import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.json.JsonMapper;

/** Lends the measurements the portal's own reading over another way to the rows. */
@NullMarked
public final class UnfencedCommitments {

    private UnfencedCommitments() {}

    /** The same reading over this door. */
    public static PublishedCommitments over(Sql sql, JsonMapper json) {
        return new PublishedCommitments(sql, json);
    }
}
