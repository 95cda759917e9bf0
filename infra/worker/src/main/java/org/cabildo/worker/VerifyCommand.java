package org.cabildo.worker;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.ledger.KeptHead;
import org.cabildo.ledger.Verdict;
import org.cabildo.ledger.Verdict.Broken;
import org.cabildo.ledger.Verifier;

/** Anybody's command: checks an exported ledger without a database, a network or a setting. */
final class VerifyCommand {

    static final String NAME = "verify";
    private static final int HOLDS = 0;
    private static final int BROKEN = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final int UNREADABLE = 3;
    private final PrintStream out;
    private final boolean english;

    /** @param language as the terminal says it, such as {@code en_GB.UTF-8}; Spanish unless it is English */
    VerifyCommand(PrintStream out, String language) {
        this.out = out;
        this.english = language.startsWith("en");
    }

    /**
     * Checks the file that the words name.
     *
     * @param words {@code FILE [--head COUNT:HASH]…}
     * @return the exit code: 0 it holds, 1 it was altered, 2 not understood, 3 it cannot be read
     */
    int run(List<String> words) {
        var files = new ArrayList<String>();
        var kept = new ArrayList<KeptHead>();
        for (var word = words.iterator(); word.hasNext(); ) {
            var next = word.next();
            if (!next.equals("--head")) {
                files.add(next);
            } else {
                var head = word.hasNext() ? word.next() : "";
                try {
                    kept.add(KeptHead.of(head));
                } catch (IllegalArgumentException _) {
                    say(
                            "Una cabeza se escribe como número:huella (64 dígitos hexadecimales), pero fue «%s».",
                            "A head is written number:hash (64 hexadecimal digits), but was “%s”.", head);
                    return NOT_UNDERSTOOD;
                }
            }
        }
        if (files.size() != 1) {
            say(
                    "Uso: ./cabildo verify ARCHIVO [--head NÚMERO:HUELLA]",
                    "Usage: ./cabildo verify FILE [--head COUNT:HASH]");
            return NOT_UNDERSTOOD;
        }
        return check(Path.of(files.getFirst()), kept);
    }

    private int check(Path file, List<KeptHead> kept) {
        try (var in = Files.newInputStream(file)) {
            var verdict = Verifier.verify(in, kept);
            tell(verdict);
            return verdict.holds() ? HOLDS : BROKEN;
        } catch (NoSuchFileException missing) {
            say(
                    "No se puede leer %s: no hay tal archivo. Descargue la bitácora desde el portal de la institución.",
                    "%s cannot be read: there is no such file. Download the ledger from the institution's portal.",
                    file);
            return UNREADABLE;
        } catch (IOException e) {
            say("No se puede leer %s: %s", "%s cannot be read: %s", file, e);
            return UNREADABLE;
        }
    }

    private void tell(Verdict verdict) {
        var broken = verdict.broken();
        if (verdict.tenant() != null) {
            say("Institución %s", "Institution %s", verdict.tenant());
        }
        if (broken != null) {
            say("NO CONCUERDA. %s", "IT DOES NOT HOLD. %s", reason(broken));
            say(
                    "Íntegras con seguridad: las primeras %d anotaciones.",
                    "Whole for certain: the first %d entries.", verdict.entries());
            return;
        }
        say(
                "CONCUERDA: %d anotaciones, y cada una continúa la anterior.",
                "IT HOLDS: %d entries, and each follows the one before.", verdict.entries());
        say("Cabeza: %d:%s", "Head: %d:%s", verdict.entries(), verdict.hash());
        if (verdict.heads() == 0) {
            say(
                    "Ninguna cabeza firmada: solo prueba que el archivo concuerda consigo mismo.",
                    "No signed head: this only proves that the file agrees with itself.");
        }
        for (var key : verdict.keys()) {
            say(
                    "Firmada con la clave %s: compárela con la de las cabezas que usted guardó.",
                    "Signed with the key %s: compare it with the one of the heads that you kept.", key);
        }
        if (verdict.words() > 0) {
            say("%d textos son los originales.", "%d texts are the original ones.", verdict.words());
        }
    }

    private String reason(Broken broken) {
        return switch (broken.fault()) {
            case FORMAT -> said("No es una bitácora de Cabildo.", "This is no ledger of Cabildo.");
            case LINE ->
                said(
                                "La línea de la anotación %d no es de esta bitácora.",
                                "The line of entry %d is not of this ledger.")
                        .formatted(broken.entry());
            case NUMBER ->
                said("Falta la anotación %d, o no está en su lugar.", "Entry %d is missing or not in its place.")
                        .formatted(broken.entry());
            case CHAIN ->
                said(
                                "La anotación %d no continúa la anterior: una de las dos fue cambiada.",
                                "Entry %d does not follow the one before: one of the two was changed.")
                        .formatted(broken.entry());
            case CUT_OFF ->
                said(
                                "La bitácora termina antes de la anotación %d, que una cabeza da por escrita.",
                                "The ledger ends before entry %d, which a head says was written.")
                        .formatted(broken.entry());
            case HEAD ->
                said(
                                "Hasta la anotación %d, una cabeza dice otra cosa: la bitácora fue reescrita.",
                                "Up to entry %d a head says something else: the ledger was rewritten.")
                        .formatted(broken.entry());
            case SIGNATURE -> said("Una cabeza no lleva una firma válida.", "A head bears no valid signature.");
            case WORDS ->
                said("Un texto de la anotación %d fue cambiado.", "A text of entry %d was changed.")
                        .formatted(broken.entry());
        };
    }

    private String said(String spanish, String inEnglish) {
        return english ? inEnglish : spanish;
    }

    @SuppressWarnings("AnnotateFormatMethod") // two formats, one of which is taken
    private void say(String spanish, String inEnglish, Object... named) {
        out.println(said(spanish, inEnglish).formatted(named));
    }
}
