package org.cabildo.worker;

/**
 * Fills a fresh installation. Runs once after the worker has started and takes orders, in a thread of its own, when
 * {@code CABILDO_DEMO=true}; it must do nothing where it was done before. What it throws is logged and stops nothing.
 */
public interface FirstStart {

    /** Does it. No scope is bound. */
    void run();
}
