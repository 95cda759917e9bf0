package org.cabildo.admin.frame;

import org.cabildo.kernel.Refused;

/**
 * Fields that say one thing.
 *
 * @param <D> what they say
 */
public interface DraftForm<D> {

    /**
     * What is typed.
     *
     * @throws Refused if that cannot be said
     */
    D said();

    /** What another officer saved, where it differs from what is typed. */
    Differences differences(D theirs);
}
