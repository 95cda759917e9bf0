package org.cabildo.file;

import java.util.regex.Pattern;
import org.cabildo.kernel.Unknown;

/**
 * Names a file by its content.
 *
 * @param sha256 64 hexadecimal digits in lower case
 */
public record FileId(String sha256) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** @throws Unknown if it is no SHA-256: there can be no such file */
    public FileId {
        if (!SHA_256.matcher(sha256).matches()) {
            throw new Unknown("file", sha256);
        }
    }

    @Override
    public String toString() {
        return sha256;
    }
}
