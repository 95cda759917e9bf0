package org.cabildo.portal.door;

import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server refuses before any door is reached, such as an address with a broken escape: it leads nowhere, like any
 * other that leads nowhere.
 */
final class Unreadable extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(Unreadable.class);
    private final Refusal refusal;

    Unreadable(Refusal refusal) {
        this.refusal = refusal;
    }

    /** Takes the place of the server's own page. */
    void into(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(Unreadable.class.getName()); // else it adds its own behind this one
            host.getPipeline().addValve(this);
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        var status = response.getStatus();
        if (status < 400 || status >= 500) {
            super.report(request, response, cause);
            return;
        }
        if (response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            EveryAnswer.dress(response.getResponse());
            refusal.unknown(
                    response.getResponse(), Query.of(request.getQueryString()).language());
        } catch (IOException e) {
            LOG.debug("The reader left", e);
        }
    }
}
