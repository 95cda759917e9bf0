package org.cabildo.portal.commitment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cabildo.commitment.published.Origin;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Language;

/**
 * What a commitment was adapted from.
 *
 * @param address of its page on a portal of ours; empty: it has none
 */
public record Adapted(Origin origin, Optional<String> address) {

    static Adapted of(Origin origin, Addresses addresses, Language language) {
        var path = origin.path();
        return new Adapted(
                origin, path.isEmpty() ? Optional.empty() : Optional.of(addresses.ofNation("/" + path, language)));
    }

    /** Whether it is one of the national plans', whose titles OGP prints in English. */
    public boolean isNational() {
        return origin.kind() == Origin.Kind.NATIONAL_LIBRARY;
    }

    /** The same in the words of schema.org. */
    Map<String, Object> data() {
        var data = new LinkedHashMap<String, Object>();
        data.put("@type", "CreativeWork");
        data.put("name", origin.title());
        address.ifPresent(there -> data.put("url", there));
        if (isNational()) {
            data.put("identifier", origin.code());
        }
        data.put("isPartOf", named("CreativeWork", origin.plan()));
        data.put("publisher", named("GovernmentOrganization", origin.institution()));
        return data;
    }

    /** In the same order in every process. */
    private static Map<String, Object> named(String type, String name) {
        return new TreeMap<>(Map.of("@type", type, "name", name));
    }
}
