package org.cabildo.tenancy;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.cabildo.identity.Officer;
import org.cabildo.plan.PlanId;

/**
 * A tenant with a canary that sings in its rows only, and the model of what its tables must hold once all is over.
 *
 * @param events ids of what it announced
 * @param plans ids of the plans it drafted
 * @param version of its published state: the number of the tenant shows in it
 */
record Keeper(
        int number,
        TenantId tenant,
        String key,
        Officer officer,
        Set<UUID> events,
        Set<PlanId> plans,
        AtomicLong version) {

    private static final long CAGE = 1_000_000;
    private static final long CAGES = 700 * CAGE;
    private static final Pattern SONG = Pattern.compile("canary-(\\d\\d)|\\b7(\\d\\d)\\d{6}\\b");

    Keeper(int number, TenantId tenant, Officer officer) {
        this(
                number,
                tenant,
                Overseer.keyOf(tenant),
                officer,
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet(),
                new AtomicLong(CAGES + number * CAGE));
    }

    String canary() {
        return String.format(Locale.ROOT, "canary-%02d", number);
    }

    boolean isOwn(long seenVersion) {
        return (seenVersion - CAGES) / CAGE == number;
    }

    boolean isOwn(String seen) {
        return seen.startsWith(canary());
    }

    /** Whether a row or a refusal, whatever its form, betrays anything of another tenant. */
    boolean isForeign(String told) {
        return SONG.matcher(told)
                .results()
                .map(song -> song.group(1) == null ? song.group(2) : song.group(1))
                .anyMatch(sung -> Integer.parseInt(sung) != number);
    }
}
