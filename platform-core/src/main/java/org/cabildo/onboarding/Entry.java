package org.cabildo.onboarding;

import java.util.List;
import java.util.Set;

/**
 * One line as it was read, not yet judged.
 *
 * @param number in the file, beginning with 1
 * @param text as it stood in the file
 * @param wanted its cells, without spaces around them
 * @param spoiled cells that reading already found fault with: they are not judged again
 * @param notes what was repaired while reading
 * @param problems what reading found
 */
record Entry(int number, String text, Wanted wanted, Set<Column> spoiled, List<Note> notes, List<Problem> problems) {

    /** An entry that no file stands behind. */
    static Entry typed(int number, Wanted wanted) {
        return new Entry(
                number,
                wanted.code(),
                new Wanted(
                        wanted.code().strip(),
                        wanted.administrator().strip(),
                        wanted.slug().strip(),
                        wanted.host().strip(),
                        wanted.template().strip()),
                Set.of(),
                List.of(),
                List.of());
    }
}
