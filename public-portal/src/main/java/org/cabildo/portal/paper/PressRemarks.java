package org.cabildo.portal.paper;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what the printing library warns of where all else is logged; how long its steps took is not worth a line. */
final class PressRemarks implements XRLogger {

    private static final Logger LOG = LoggerFactory.getLogger(Press.class);

    @Override
    public void log(String where, Level level, String said) {
        if (isWorthALine(level)) {
            LOG.warn("{}: {}", where, said);
        }
    }

    @Override
    public void log(String where, Level level, String said, Throwable cause) {
        if (isWorthALine(level)) {
            LOG.warn("{}: {}", where, said, cause);
        }
    }

    @Override
    public void setLevel(String logger, Level level) {
        throw new UnsupportedOperationException("Only warnings are logged"); // the library never asks for it
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return isWorthALine(diagnostic.getLevel());
    }

    private static boolean isWorthALine(Level level) {
        return level.intValue() >= Level.WARNING.intValue();
    }
}
