package org.cabildo.tenancy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionCommands;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Hints to the worker that there is something to do. A hint may be lost: the worker also looks by itself. */
@Component
public class Wakeups {

    /** The Redis channel; a message is a tenant's id, {@link #ORDERS} or {@link #MAIL}. */
    public static final String CHANNEL = "cabildo:wake";

    /** The message that says an order was written. */
    public static final String ORDERS = "orders";

    /** The message that says a letter waits to be sent. */
    public static final String MAIL = "mail";

    private static final Logger LOG = LoggerFactory.getLogger(Wakeups.class);
    private final StringRedisTemplate redis;
    private final AtomicBoolean told = new AtomicBoolean();

    Wakeups(StringRedisTemplate redis) {
        this.redis = redis;
    }

    void hint(TenantId tenant) {
        send(tenant.toString());
    }

    void hintOrders() {
        send(ORDERS);
    }

    /** Tells the worker that a letter waits; call it after the transaction that wrote it. */
    public void hintMail() {
        send(MAIL);
    }

    /** Whether Redis answers now. */
    public boolean isHeard() {
        try {
            return "PONG".equalsIgnoreCase(redis.execute(RedisConnectionCommands::ping, true));
        } catch (DataAccessException e) {
            return false;
        }
    }

    private void send(String message) {
        try {
            redis.convertAndSend(CHANNEL, message);
            told.set(false);
        } catch (DataAccessException e) {
            if (told.compareAndSet(false, true)) {
                LOG.warn("Redis does not answer; the worker will find the work by itself: {}", e.getMessage());
            }
        }
    }
}
