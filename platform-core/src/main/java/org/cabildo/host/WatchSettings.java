package org.cabildo.host;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How proven hosts are watched.
 *
 * @param look how often the DNS is asked whether it still proves a host
 * @param again how often while it does not, or does not answer
 * @param patience how long the proof is missing before anybody is told: a zone may be moved meanwhile
 * @param grace how long after they were told the portal goes on answering
 */
@Validated
@ConfigurationProperties("cabildo.host.watch")
record WatchSettings(
        @DefaultValue("24h") Duration look,
        @DefaultValue("1h") Duration again,
        @DefaultValue("24h") Duration patience,
        @DefaultValue("14d") Duration grace) {}
