package org.cabildo.worker;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.identity.People;
import org.cabildo.kernel.Refused;
import org.cabildo.tenancy.Provisioning;
import org.cabildo.tenancy.TenancySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** A working life of the worker: migrates the platform's schema, then keeps the rounds going until it is stopped. */
@Component
class Shift implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final Duration TO_FINISH = Duration.ofSeconds(20);
    private final Provisioning provisioning;
    private final People people;
    private final OrderRounds orders;
    private final DeliveryRounds deliveries;
    private final MailRounds mail;
    private final Hints hints;
    private final TidyRounds tidying;
    private final FigureRounds figures;
    private final HostRounds hosts;
    private final LedgerRounds ledgers;
    private final Health health;
    private final Hours hours;
    private final Outage database;
    private final WorkerSettings settings;
    private final int orderThreads;
    private final List<FirstStart> firstStarts;
    private final List<Thread> threads = new ArrayList<>();

    Shift(
            Provisioning provisioning,
            People people,
            OrderRounds orders,
            DeliveryRounds deliveries,
            MailRounds mail,
            Hints hints,
            TidyRounds tidying,
            FigureRounds figures,
            HostRounds hosts,
            LedgerRounds ledgers,
            Health health,
            Hours hours,
            Outage database,
            WorkerSettings settings,
            TenancySettings tenancy,
            List<FirstStart> firstStarts) {
        this.provisioning = provisioning;
        this.people = people;
        this.orders = orders;
        this.deliveries = deliveries;
        this.mail = mail;
        this.hints = hints;
        this.tidying = tidying;
        this.figures = figures;
        this.hosts = hosts;
        this.ledgers = ledgers;
        this.health = health;
        this.hours = hours;
        this.database = database;
        this.settings = settings;
        this.orderThreads =
                tenancy.provisioner() == null ? 1 : tenancy.provisioner().workers();
        this.firstStarts = firstStarts;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.shift();
    }

    @Override
    public boolean isRunning() {
        return hours.goOn();
    }

    @Override
    public void start() {
        health.open();
        hours.begin();
        run("start", this::open);
    }

    @Override
    public void stop() {
        hours.end();
        var started = threadsSoFar();
        long end = System.nanoTime() + TO_FINISH.toNanos();
        try {
            for (var thread : started) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        health.close();
    }

    private void open() {
        while (hours.goOn() && !prepare()) {
            hours.rest(BETWEEN_TRIES);
        }
        if (hours.goOn()) {
            for (int i = 1; i <= orderThreads; i++) {
                run("orders-" + i, orders::goRound);
            }
            for (int i = 1; i <= settings.deliverers(); i++) {
                run("delivery-" + i, deliveries::deliver);
            }
            run("sweep", deliveries::sweep);
            run("mail", mail::goRound);
            run("hints", hints::listen);
            run("tidy", tidying::goRound);
            run("figures", figures::goRound);
            run("hosts", hosts::goRound);
            run("ledgers", ledgers::goRound);
            health.ready();
            LOG.info("The worker takes orders; health on port {}", health.port());
            if (settings.demo()) {
                firstStarts.forEach(Shift::fill);
            }
        }
    }

    private boolean prepare() {
        try {
            provisioning.migratePlatform();
            people.appointCoordinators(settings.coordinators());
            database.over();
            return true;
        } catch (Refused e) {
            return giveUp("CABILDO_COORDINATORS: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            if (!isPassing(e)) {
                return giveUp("The platform's schema cannot be migrated", e);
            }
            database.noticed(e);
            return false;
        }
    }

    /** Whether waiting may help: PostgreSQL is away, is starting or is full. */
    private static boolean isPassing(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().matches("(08|53|57P).*");
            }
        }
        return false;
    }

    /** Ends the process from another thread, because its end waits for this one. */
    private boolean giveUp(String why, RuntimeException cause) {
        LOG.error("{}; the worker ends", why, cause);
        hours.end();
        Thread.ofPlatform().name("end").start(() -> System.exit(1));
        return false;
    }

    private static void fill(FirstStart first) {
        try {
            first.run();
        } catch (RuntimeException e) {
            LOG.error("The first start was not filled by {}", first.getClass().getSimpleName(), e);
        }
    }

    /** Platform threads: they keep the process alive, and show by name where it is. */
    private void run(String name, Runnable work) {
        var thread = Thread.ofPlatform().name(name).unstarted(work);
        synchronized (threads) {
            threads.removeIf(other -> !other.isAlive());
            threads.add(thread);
            thread.start();
        }
    }

    private List<Thread> threadsSoFar() {
        synchronized (threads) {
            return List.copyOf(threads);
        }
    }
}
