package org.cabildo.consortium;

import java.time.Instant;
import java.time.LocalDate;
import org.cabildo.consortium.published.MemberRight;
import org.cabildo.consortium.published.MemberState;
import org.cabildo.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant stands to a consortium, as those who may change it see it.
 *
 * @param other the member, or the consortium: whichever is not the one asked about
 * @param name of that tenant
 * @param slug its address
 * @param joined the day it joined; null: it never did
 * @param source where that is written
 * @param link https address of that document
 * @param reason why it declined, was suspended or left; empty: none was given
 * @param changedBy who brought it to this state; null: the house, for the coordination
 */
public record MemberLine(
        TenantId other,
        String name,
        String slug,
        MemberState state,
        MemberRight right,
        @Nullable LocalDate joined,
        @Nullable String source,
        @Nullable String link,
        String reason,
        @Nullable String changedBy,
        Instant changedAt) {}
