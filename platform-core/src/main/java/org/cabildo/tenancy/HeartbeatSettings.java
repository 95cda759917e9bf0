package org.cabildo.tenancy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a process shows that it lives.
 *
 * @param every how often; zero: never, as in tests and commands
 * @param kind what it is
 * @param version of the release it runs
 */
@ConfigurationProperties("cabildo.heartbeat")
record HeartbeatSettings(
        @DefaultValue("0s") Duration every,
        @DefaultValue("OFFICE") Heartbeat.Kind kind,
        @DefaultValue("?") String version) {}
