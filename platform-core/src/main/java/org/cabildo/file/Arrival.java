package org.cabildo.file;

import java.io.InputStream;

/**
 * A file as it arrives.
 *
 * @param name whatever the sender calls it
 * @param bytes how many the sender says there are; negative if it does not say
 * @param content read once, to its end or to the limit; whoever opened it closes it
 */
public record Arrival(String name, long bytes, InputStream content) {}
