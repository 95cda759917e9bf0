package org.cabildo.onboarding;

import java.util.List;
import java.util.Optional;
import org.cabildo.calendar.Government;

/**
 * One judged line of a list.
 *
 * @param number in the file, or in the selection, beginning with 1
 * @param text as it stood in the file
 * @param code the code after repairs
 * @param government whom the code names, if anybody
 * @param administrator e-mail of the first administrator
 * @param slug the address asked for, or the government's own
 * @param host a host of its own, if asked for
 * @param template the pillar template
 * @param notes what was repaired
 * @param problems why it cannot be onboarded; none if it can
 */
public record Line(
        int number,
        String text,
        String code,
        Optional<Government> government,
        String administrator,
        String slug,
        Optional<String> host,
        String template,
        List<Note> notes,
        List<Problem> problems) {

    public Line {
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    /** Whether it can be onboarded. */
    public boolean isSound() {
        return problems.isEmpty();
    }
}
