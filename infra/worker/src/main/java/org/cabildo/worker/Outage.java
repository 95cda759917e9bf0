package org.cabildo.worker;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that something is away and once that it is back, however many threads notice and however often. */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private final String what;
    private final AtomicReference<@Nullable String> said = new AtomicReference<>();

    Outage(String what) {
        this.what = what;
    }

    void noticed(Exception sign) {
        var words = words(sign);
        if (!words.equals(said.getAndSet(words))) {
            LOG.warn("{} does not serve us, trying again until it does: {}", what, words);
            LOG.debug("The whole story", sign);
        }
    }

    void over() {
        if (said.getAndSet(null) != null) {
            LOG.info("{} serves us again", what);
        }
    }

    private static String words(Throwable sign) {
        var root = sign;
        for (var cause = sign.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root.getClass().getSimpleName() + ": " + Objects.requireNonNullElse(root.getMessage(), "");
    }
}
