package org.cabildo.copying;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.commitment.Commitments.Whole;
import org.cabildo.commitment.published.Origin;
import org.cabildo.kernel.Period;
import org.jspecify.annotations.Nullable;

/**
 * What would be drafted, whole, and what it would be adapted from.
 *
 * @param key names what is copied
 * @param published the day its version was published, in its institution's time zone; null for the library
 * @param then the days it had there; null: none are known
 * @param steps the days that its milestones had there, in the order of the draft's
 * @param cut whether some days were cut, or moved otherwise than the whole, so that they lie within the plan
 * @param pillars names of those it stood on that are none here
 * @param whole what would be drafted
 */
public record Preview(
        String key,
        From from,
        Origin origin,
        @Nullable LocalDate published,
        @Nullable Period then,
        List<Period> steps,
        boolean cut,
        List<String> pillars,
        Whole whole) {

    public Preview {
        steps = List.copyOf(steps);
        pillars = List.copyOf(pillars);
    }

    /** What the draft would not say. */
    public enum Lack {
        PROBLEM,
        DESCRIPTION,
        ACTORS,
        RESPONSIBLE,
        PERIOD,
        VALUES,
        MILESTONES
    }

    /** What the draft would not say, in the order of its fields. */
    public List<Lack> lacks() {
        var said = whole.said();
        var lacks = new ArrayList<Lack>();
        add(lacks, Lack.PROBLEM, said.problem().isEmpty());
        add(lacks, Lack.DESCRIPTION, said.description().isEmpty());
        add(lacks, Lack.ACTORS, said.actors().isEmpty());
        add(lacks, Lack.RESPONSIBLE, said.responsible().isEmpty());
        add(lacks, Lack.PERIOD, said.period() == null);
        add(lacks, Lack.VALUES, said.relevance().isEmpty());
        add(lacks, Lack.MILESTONES, whole.milestones().isEmpty());
        return lacks;
    }

    private static void add(List<Lack> lacks, Lack lack, boolean missing) {
        if (missing) {
            lacks.add(lack);
        }
    }
}
