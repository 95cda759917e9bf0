package org.cabildo.onboarding;

import java.util.Set;

/**
 * What tenants and waiting orders have already.
 *
 * @param onboarded codes of tenants
 * @param waiting codes of orders that wait
 * @param slugs addresses of both
 * @param hosts hosts of both
 */
record Taken(Set<String> onboarded, Set<String> waiting, Set<String> slugs, Set<String> hosts) {

    static final Taken NOTHING = new Taken(Set.of(), Set.of(), Set.of(), Set.of());
}
