package org.cabildo.kernel;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a host on the public internet, as browsers send it.
 *
 * @param value lower case, without a dot at the end; labels with other letters than a to z in their {@code xn--} form
 */
public record HostName(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    /** Last labels that lead nowhere on the public internet: RFC 2606, 3172, 6761, 6762, 7686, 9476 and ICANN's internal. */
    private static final Set<String> PRIVATE =
            Set.of("localhost", "local", "internal", "test", "invalid", "example", "onion", "alt", "arpa");

    /** @throws Refused if it is no host name, or one that nobody can have */
    public HostName {
        if (!SHAPE.matcher(value).matches()
                || !Arrays.stream(value.split("\\.")).allMatch(HostName::isReadable)) {
            throw new Refused(
                    "host.shape",
                    "«%s» is no host name, such as transparencia.municipio.cl: write the name alone, without https:// and without a path."
                            .formatted(value),
                    value);
        }
        var last = value.substring(value.lastIndexOf('.') + 1);
        if (PRIVATE.contains(last)) {
            throw new Refused(
                    "host.private",
                    "Names that end in .%s lead nowhere on the internet: use a name that your institution registered."
                            .formatted(last),
                    last);
        }
    }

    /**
     * The name somebody typed: case, spaces around it and a dot at its end do not matter, ñ and accents are written the
     * way browsers send them.
     *
     * @throws Refused if it is no host name, or one that nobody can have
     */
    public static HostName of(String typed) {
        var plain = typed.strip().toLowerCase(Locale.ROOT);
        return new HostName(ascii(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain));
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAHost) {
            return host;
        }
    }

    /** An {@code xn--} label that stands for nothing is no name. */
    private static boolean isReadable(String label) {
        return !label.startsWith("xn--") || !IDN.toUnicode(label).equals(label);
    }

    /** Whether it is this name or one below it. */
    public boolean isWithin(String domain) {
        return value.equals(domain) || value.endsWith("." + domain);
    }

    /** As people read it: {@code ñuñoa.cl} for {@code xn--uoa-6mab.cl}. */
    public String readable() {
        return IDN.toUnicode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
