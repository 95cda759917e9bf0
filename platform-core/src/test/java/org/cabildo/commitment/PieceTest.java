package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cabildo.commitment.published.Piece;
import org.cabildo.commitment.published.Piece.Change;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PieceTest {

    private static final List<String> WORDS =
            List.of("agua", "pozo", "ñandú", "año", ",", ".", "\n", "2027", "“barrio”");
    private final Random random = new Random();

    @Test
    void oneWordIsOneWord() {
        assertThat(Piece.between("Medir el agua en cada pozo.", "Medir el agua en cada barrio."))
                .containsExactly(
                        new Piece(Change.KEPT, "Medir el agua en cada "),
                        new Piece(Change.REMOVED, "pozo"),
                        new Piece(Change.ADDED, "barrio"),
                        new Piece(Change.KEPT, "."));
    }

    @Test
    void fromNothingAndToNothing() {
        assertThat(Piece.between("", "Nuevo")).containsExactly(new Piece(Change.ADDED, "Nuevo"));
        assertThat(Piece.between("Viejo", "")).containsExactly(new Piece(Change.REMOVED, "Viejo"));
        assertThat(Piece.between("", "")).isEmpty();
    }

    @RepeatedTest(200)
    void bothTextsCanBeReadFromThePieces() {
        var before = text();
        var after = text();

        var pieces = Piece.between(before, after);

        assertThat(without(Change.ADDED, pieces)).isEqualTo(before);
        assertThat(without(Change.REMOVED, pieces)).isEqualTo(after);
    }

    private String text() {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(_ -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }

    private static String without(Change change, List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.change() != change)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
