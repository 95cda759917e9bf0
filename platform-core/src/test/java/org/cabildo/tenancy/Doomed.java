package org.cabildo.tenancy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A worker in a process of its own that stops in the midst of making a tenant, to be killed there. */
final class Doomed {

    static final String IN_HAND = "in hand";

    /** What it is told on standard input, one line each. */
    static final List<String> WORDS = List.of(
            "cabildo.tenancy.database-url",
            "cabildo.tenancy.office-key",
            "cabildo.tenancy.portal-key",
            "cabildo.tenancy.provisioner.user",
            "cabildo.tenancy.provisioner.password");

    private Doomed() {}

    public static void main(String[] unused) throws IOException {
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var pool = new TenancySettings.Pool(2, 1, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(1));
        var settings = new TenancySettings(
                told.readLine(),
                LoginKind.OFFICE,
                told.readLine(),
                told.readLine(),
                pool,
                new TenancySettings.Provisioner(told.readLine(), told.readLine(), 1));
        new Provisioning(
                        settings,
                        new Vaults(settings),
                        List.of((connection, onboarded) -> {
                            System.out.println(IN_HAND);
                            stay();
                        }),
                        List.of())
                .workOne();
    }

    private static void stay() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
