package org.cabildo.worker;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.cabildo.mail.Carrier;
import org.cabildo.mail.MailDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries letters until none is due, then rests until a hint or the next round. Without a mail server they wait. */
@Component
class MailRounds {

    private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);
    private static final Duration BETWEEN_TIDYINGS = Duration.ofHours(6);
    private final MailDelivery delivery;
    private final Optional<Carrier> carrier;
    private final WorkerSettings settings;
    private final Outage database;
    private final Hours hours;
    private final Hours.Bell bell;
    private long tidied = System.nanoTime() - BETWEEN_TIDYINGS.toNanos();

    MailRounds(
            MailDelivery delivery,
            MailSettings mail,
            WorkerSettings settings,
            Outage database,
            Hours hours,
            Clock clock) {
        this.delivery = delivery;
        this.carrier = mail.server().map(server -> new SmtpCarrier(mail, server, clock));
        this.settings = settings;
        this.database = database;
        this.hours = hours;
        this.bell = hours.new Bell();
    }

    /** Somebody wrote a letter. */
    void hint() {
        bell.ring();
    }

    /** Goes round until the shift ends; a letter in hand is carried first. */
    void goRound() {
        if (carrier.isEmpty()) {
            LOG.warn("No mail server: letters wait until CABILDO_SMTP_URL names one");
            return;
        }
        var by = carrier.get();
        bell.goRound(settings.mailRound(), database, () -> {
            hours.workAll(() -> delivery.carryOne(by));
            tidy();
        });
    }

    private void tidy() {
        if (System.nanoTime() - tidied >= BETWEEN_TIDYINGS.toNanos()) {
            delivery.tidy();
            tidied = System.nanoTime();
        }
    }
}
