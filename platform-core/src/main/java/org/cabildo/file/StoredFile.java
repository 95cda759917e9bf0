package org.cabildo.file;

import org.cabildo.file.published.FileKind;

/**
 * A file of the tenant in scope.
 *
 * @param name as whoever put it in called it, made harmless
 * @param kind judged by its content
 * @param bytes its size as it is kept, which for pictures differs from what was sent
 */
public record StoredFile(FileId id, String name, FileKind kind, long bytes) {}
