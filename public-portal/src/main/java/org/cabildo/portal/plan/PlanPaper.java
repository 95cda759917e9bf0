package org.cabildo.portal.plan;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.plan.published.Document;
import org.cabildo.plan.published.Foundation;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.plan.published.VisionPart;
import org.cabildo.portal.page.Words;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan as a document, in the order of OGP's template for action plans: what was promised, not how far it
 * came.
 *
 * @param institution whose plan it is
 * @param synthetic whether it is invented
 * @param zone where the day of its publication is counted
 * @param members who shares it now; empty of an old version, and of a plan that nobody shares
 * @param promises by number
 * @param home address of the portal of the institution
 * @param address of the page of this very version
 */
public record PlanPaper(
        PublishedPlans.Version version,
        String institution,
        boolean synthetic,
        ZoneId zone,
        List<String> members,
        Foundation foundation,
        List<Promise> promises,
        String home,
        String address) {

    /** How the plan was made together; the other parts say where it leads. */
    private static final Set<VisionPart> TOGETHER =
            EnumSet.of(VisionPart.ARRANGEMENTS, VisionPart.SPACES, VisionPart.INCLUSION);

    private static final int SHORT = 6; // rows of a table that is not worth a break

    /**
     * A commitment as it was promised.
     *
     * @param values why it serves them, each under its name
     * @param areas names of its policy areas, by their codes
     * @param adapted from what, in one line; empty: from nothing
     */
    public record Promise(
            PublishedCommitments.Page said, List<Value> values, Map<String, String> areas, String adapted) {

        /** Whatever else is said of it, group by group; groups of which nothing is said are not there. */
        public Map<Detail.Group, List<Value>> more(Words words) {
            var more = new EnumMap<Detail.Group, List<Value>>(Detail.Group.class);
            for (var part : said.details().said().keySet()) {
                var text = text(part, words);
                if (!text.isEmpty()) {
                    more.computeIfAbsent(part.group(), _ -> new ArrayList<>())
                            .add(new Value(words.get("detail." + part), text));
                }
            }
            return more;
        }

        private String text(Detail part, Words words) {
            var details = said.details();
            return switch (part) {
                case AXIS -> words.get("axis." + details.of(part));
                case SDG ->
                    details.lines(part).stream()
                            .map(goal -> words.get("sdg." + goal))
                            .collect(Collectors.joining("; "));
                case PRIMARY_AREA, OTHER_AREAS ->
                    details.lines(part).stream()
                            .map(area -> areas.getOrDefault(area, area))
                            .collect(Collectors.joining("; "));
                case RELATED ->
                    said.related().stream()
                            .map(other -> other.number() + ". " + other.title())
                            .collect(Collectors.joining("; "));
                default -> details.of(part);
            };
        }
    }

    /** A value of open government that a commitment serves, and how. */
    public record Value(String name, String explanation) {}

    /** Where the plan leads. */
    public Map<VisionPart, String> vision() {
        return parts(part -> !TOGETHER.contains(part));
    }

    /** How it was made together, and is carried out together. */
    public Map<VisionPart, String> cocreation() {
        return parts(TOGETHER::contains);
    }

    private Map<VisionPart, String> parts(Predicate<VisionPart> wanted) {
        return foundation.vision().entrySet().stream()
                .filter(part -> wanted.test(part.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }

    /** Whether anything is said of how it was made. */
    public boolean isMadeTogether() {
        return !cocreation().isEmpty() || !foundation.endorsements().isEmpty();
    }

    /** The look of a table under its heading: a short one stands on one page. */
    public static String together(List<?> rows) {
        return rows.size() <= SHORT ? "together short" : "together";
    }

    /** Where a document is that the plan names; empty: nowhere. */
    public String address(@Nullable Document document) {
        var file = document == null ? null : document.file();
        return file != null
                ? home + "archivos/" + file.sha256()
                : Source.safe(document == null ? null : document.link()).orElse("");
    }
}
