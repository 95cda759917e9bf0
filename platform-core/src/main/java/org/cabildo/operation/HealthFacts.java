package org.cabildo.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cabildo.ledger.LedgerChecks;
import org.cabildo.mail.MailQueue;
import org.cabildo.tenancy.Heartbeat;

/**
 * What was counted before it is judged.
 *
 * @param redis whether Redis answered this process
 * @param connections of all processes at PostgreSQL together
 * @param mostConnections that PostgreSQL takes
 * @param ordersWaiting how many orders wait
 * @param oldestOrder when the oldest of them was placed
 * @param ordersFailed how many ended badly within a day
 */
record HealthFacts(
        Instant now,
        List<Heartbeat> heartbeats,
        boolean redis,
        int connections,
        int mostConnections,
        int ordersWaiting,
        Optional<Instant> oldestOrder,
        int ordersFailed,
        MailQueue.Standing mail,
        LedgerChecks.Standing ledgers) {}
