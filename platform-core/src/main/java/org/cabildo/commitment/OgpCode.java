package org.cabildo.commitment;

import java.util.Locale;
import java.util.regex.Pattern;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.cabildo.plan.Framework;

/**
 * The code that OGP gives a commitment: country and number, with the member between them if it is a local one.
 *
 * @param value such as CL0054 or CLPLN0002
 */
public record OgpCode(String value) {

    private static final int REPEATED = 30; // characters of what was typed
    private static final Pattern NATIONAL = Pattern.compile("CL\\d{4}");
    private static final Pattern LOCAL = Pattern.compile("CL[A-Z]{3}\\d{4}");

    /**
     * The code a person typed, for a commitment of a plan of this framework.
     *
     * @throws Refused if OGP gives no such codes
     */
    public static OgpCode of(Framework framework, String typed) {
        var code = typed.strip().toUpperCase(Locale.ROOT);
        switch (framework) {
            case OGP_NATIONAL -> {
                if (!NATIONAL.matcher(code).matches()) {
                    throw new Refused(
                            "ogp.code.national",
                            "A national commitment's code is CL and four digits, such as CL0054, but was «%s»."
                                    .formatted(Texts.shortened(typed.strip(), REPEATED)),
                            Texts.shortened(typed.strip(), REPEATED));
                }
            }
            case OGP_LOCAL, CONSORTIUM -> {
                if (!LOCAL.matcher(code).matches()) {
                    throw new Refused(
                            "ogp.code.local",
                            "A local commitment's code is CL, three letters of the member and four digits, such as CLPLN0002, but was «%s»."
                                    .formatted(Texts.shortened(typed.strip(), REPEATED)),
                            Texts.shortened(typed.strip(), REPEATED));
                }
            }
            case OWN, INTERNAL, MUNICIPAL_MODEL ->
                throw new Refused(
                        "ogp.code.none",
                        "OGP gives codes to commitments of its own plans only: choose their framework.");
        }
        return new OgpCode(code);
    }
}
