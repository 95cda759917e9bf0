package org.cabildo.worker;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the worker goes about its work.
 *
 * @param healthAddress where the health probe listens
 * @param healthPort its port; 0 takes any free one
 * @param coordinators e-mails of those who coordinate nationally
 * @param shift whether it works; false for a command that only looks
 * @param demo whether {@link FirstStart} runs
 * @param orderRound how long orders may wait when their hint was lost
 * @param mailRound how long letters may wait when their hint was lost
 * @param sweepRound how often every tenant is looked at for announcements whose hint was lost
 * @param deliverers how many tenants are delivered to at once
 * @param tidyRound how often files that nobody refers to are looked for
 * @param figureRound how often the day's figures of every tenant are kept
 * @param ledgerRound how often acts that a tenant's ledger is owed are carried over
 * @param hostRound how often proven hosts that are due are looked for
 */
@Validated
@ConfigurationProperties("cabildo.worker")
record WorkerSettings(
        @DefaultValue("127.0.0.1") String healthAddress,
        @Min(0) @Max(65535) @DefaultValue("8083") int healthPort,
        @DefaultValue List<String> coordinators,
        @DefaultValue("true") boolean shift,
        boolean demo,
        @DefaultValue("3s") Duration orderRound,
        @DefaultValue("5s") Duration mailRound,
        @DefaultValue("60s") Duration sweepRound,
        @Min(1) @DefaultValue("4") int deliverers,
        @DefaultValue("1h") Duration tidyRound,
        @DefaultValue("1h") Duration figureRound,
        @DefaultValue("5s") Duration ledgerRound,
        @DefaultValue("5m") Duration hostRound) {}
