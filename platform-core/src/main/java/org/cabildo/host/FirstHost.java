package org.cabildo.host;

import java.sql.Connection;
import java.time.Clock;
import org.cabildo.kernel.HostName;
import org.cabildo.tenancy.OnboardingStep;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Component;

/** A host that the coordinator's list names is wanted, like one that an administrator states, and not yet proven. */
@Component
class FirstHost implements OnboardingStep {

    private static final String BY = "incorporación";
    private final Clock clock;

    FirstHost(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void apply(Connection connection, Onboarded onboarded) {
        var host = onboarded.host();
        if (host != null) {
            new HostRows(Sql.on(connection))
                    .keep(onboarded.id(), new HostClaim(HostProof.fresh(new HostName(host)), BY, clock.instant()));
        }
    }
}
