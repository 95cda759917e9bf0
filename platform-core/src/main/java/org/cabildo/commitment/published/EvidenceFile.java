package org.cabildo.commitment.published;

import org.cabildo.file.published.FileKind;

/**
 * A file that proves an advance.
 *
 * @param sha256 of its content, 64 hexadecimal digits
 * @param name under which the public gets it
 * @param kind judged by its content
 * @param bytes its size
 */
public record EvidenceFile(String sha256, String name, FileKind kind, long bytes) {}
