package org.cabildo.portal.plan;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Supplier;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.Layout;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/**
 * Whose plans a page shows: the visited tenant's own, or those of a consortium it belongs to.
 *
 * @param base what the addresses of these plans begin with, within the portal visited
 * @param site what the whole addresses of that portal begin with
 */
public record Source(Visit visit, Tenant owner, String base, String site) {

    /** Whether the plans are another tenant's. */
    public boolean isShared() {
        return !owner.id().equals(visit.tenant().id());
    }

    /** Reads among the rows of the owner; never inside a transaction of the visited tenant. */
    public <T> T read(Supplier<T> reading) {
        return TenantScope.in(owner.id(), reading);
    }

    /** The address of a plan in force. */
    public String plan(String slug) {
        return visit.to(base + "/" + slug);
    }

    /** The address of a version of a plan. */
    public String version(String slug, int number) {
        return visit.to(base + "/" + slug + "/v/" + number);
    }

    /** The address of a version of a plan as a document: a lasting one, unless it is in force. */
    public String paper(PublishedPlans.Version version) {
        var number = version.current() ? "" : "/v/" + version.number();
        return visit.to(base + "/" + version.slug() + number + "/plan.pdf");
    }

    /** The address of what a version of a plan changed. */
    public String amendment(String slug, int number) {
        return visit.to(base + "/" + slug + "/v/" + number + "/cambios");
    }

    /** The address of a commitment of a plan in force. */
    public String commitment(String slug, int number) {
        return visit.to(base + "/" + slug + "/compromisos/" + number);
    }

    /**
     * The address of a milestone on the page of its commitment, of a plan in force.
     *
     * @param place of the milestone within the commitment
     */
    public String milestone(String slug, int number, int place) {
        return commitment(slug, number) + "#" + anchor(place);
    }

    /** What a milestone is called on the page of its commitment, in every language. */
    public static String anchor(int place) {
        return "hito-" + place;
    }

    /** The address of a commitment as a version promised it. */
    public String commitment(String slug, int version, int number) {
        return visit.to(base + "/" + slug + "/v/" + version + "/compromisos/" + number);
    }

    /** The address of what was done to a plan in force. */
    public String history(String slug) {
        return visit.to(base + "/" + slug + "/historia");
    }

    /** The address of what was done to a commitment of a plan in force. */
    public String history(String slug, int number) {
        return visit.to(base + "/" + slug + "/compromisos/" + number + "/historia");
    }

    /** The address of a file; the same in all languages. */
    public String file(String sha256) {
        return visit.prefix() + within(sha256);
    }

    /** The whole address of a file, for whoever reads it on paper. */
    public String printed(String sha256) {
        return site + within(sha256);
    }

    private String within(String sha256) {
        return base.substring(0, base.lastIndexOf('/')) + "/archivos/" + sha256;
    }

    /** The plan as a step of the trail. */
    public Layout.Step step(String title, String slug) {
        return new Layout.Step(title, plan(slug));
    }

    /** An address a reader can be sent to: https and nothing else, whatever was stored. */
    public static Optional<String> safe(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            var uri = new URI(address);
            return "https".equals(uri.getScheme()) && uri.getHost() != null
                    ? Optional.of(uri.toASCIIString())
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
