package org.cabildo.commitment.published;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A piece of a text that was changed.
 *
 * @param change whether it was there before, is there now, or both
 */
public record Piece(Change change, String text) {

    /** What became of a piece. */
    public enum Change {
        KEPT,
        REMOVED,
        ADDED
    }

    /** A word, a sign, or the space between: what is compared. */
    private static final Pattern TOKEN = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");

    /** Two texts word by word: joined without what was added they give the first, without what was removed the second. */
    public static List<Piece> between(String before, String after) {
        var first = tokens(before);
        var second = tokens(after);
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(first, second).getDeltas()) {
            add(pieces, Change.KEPT, first.subList(at, delta.getSource().getPosition()));
            add(pieces, Change.REMOVED, delta.getSource().getLines());
            add(pieces, Change.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, Change.KEPT, first.subList(at, first.size()));
        return List.copyOf(pieces);
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    private static void add(List<Piece> pieces, Change change, List<String> tokens) {
        if (!tokens.isEmpty()) {
            pieces.add(new Piece(change, String.join("", tokens)));
        }
    }
}
