package org.cabildo.worker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.Wakeups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** Listens for hints in Redis and passes them on. While Redis is away nothing is heard, and the rounds find the work. */
@Component
class Hints {

    private static final Logger LOG = LoggerFactory.getLogger(Hints.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private final RedisConnectionFactory redis;
    private final OrderRounds orders;
    private final DeliveryRounds deliveries;
    private final MailRounds mail;
    private final Hours hours;
    private final Outage outage = new Outage("Redis");

    Hints(RedisConnectionFactory redis, OrderRounds orders, DeliveryRounds deliveries, MailRounds mail, Hours hours) {
        this.redis = redis;
        this.orders = orders;
        this.deliveries = deliveries;
        this.mail = mail;
        this.hours = hours;
    }

    /** Listens until the shift ends. */
    void listen() {
        while (hours.goOn()) {
            try (var connection = redis.getConnection()) {
                connection.subscribe(
                        (message, _) -> heard(new String(message.getBody(), StandardCharsets.UTF_8)),
                        Wakeups.CHANNEL.getBytes(StandardCharsets.UTF_8));
                outage.over();
                orders.hint();
                mail.hint();
                deliveries.lookEverywhere(); // for what was said while nobody listened
                stay(connection);
            } catch (DataAccessException e) {
                outage.noticed(e);
                hours.rest(BETWEEN_LOOKS);
            }
        }
    }

    /** Another connection tells whether Redis is there: a subscription that lost it says nothing by itself. */
    private void stay(RedisConnection connection) {
        while (hours.goOn() && connection.isSubscribed()) {
            hours.rest(BETWEEN_LOOKS);
            try (var other = redis.getConnection()) {
                other.ping();
            }
        }
    }

    private void heard(String message) {
        if (Wakeups.ORDERS.equals(message)) {
            orders.hint();
            return;
        }
        if (Wakeups.MAIL.equals(message)) {
            mail.hint();
            return;
        }
        try {
            deliveries.hint(new TenantId(UUID.fromString(message)));
        } catch (IllegalArgumentException e) {
            LOG.info("A hint was not understood");
        }
    }
}
