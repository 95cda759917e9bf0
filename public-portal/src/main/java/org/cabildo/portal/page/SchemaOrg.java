package org.cabildo.portal.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Language;
import org.cabildo.tenancy.Tenant;

/** The words of schema.org that several pages say. */
public final class SchemaOrg {

    private SchemaOrg() {}

    /** A tenant, wherever it is named: always the same thing with the same name. */
    public static Map<String, Object> government(Tenant tenant, Addresses addresses) {
        var home = addresses.canonical(tenant, "/", Language.SPANISH);
        var data = new LinkedHashMap<String, Object>();
        data.put("@type", "GovernmentOrganization");
        data.put("@id", home + "#institucion");
        data.put("name", tenant.name());
        data.put("url", home);
        return data;
    }

    /**
     * A work within another one.
     *
     * @param position among its parts
     * @param url of its page
     */
    public record Part(String name, int position, String url) {

        /** What kind of thing it is. */
        @JsonProperty("@type")
        public String type() {
            return "CreativeWork";
        }
    }

    /**
     * A plan or a commitment: what somebody wrote, promised and published.
     *
     * @param address of its page
     * @param owner who published it
     */
    public static Map<String, Object> work(
            String name, String about, String address, LocalDate starts, LocalDate ends, Map<String, Object> owner) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "CreativeWork");
        data.put("name", name);
        if (!about.isBlank()) {
            data.put("description", about);
        }
        data.put("url", address);
        data.put("inLanguage", Language.SPANISH.tag());
        data.put("temporalCoverage", starts + "/" + ends);
        data.put("publisher", owner);
        return data;
    }
}
