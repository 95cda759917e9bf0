package org.cabildo.calendar;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A short immutable list read once and kept: reference rows change with a release, and a release restarts us. */
final class Remembered<T> implements Supplier<T> {

    private final Supplier<T> read;
    private volatile @Nullable T value; // null until the first read that succeeds

    Remembered(Supplier<T> read) {
        this.read = read;
    }

    /** Two first readers may both read: cheaper than a lock held over the database. */
    @Override
    public T get() {
        var known = value;
        if (known == null) {
            known = read.get();
            value = known;
        }
        return known;
    }
}
