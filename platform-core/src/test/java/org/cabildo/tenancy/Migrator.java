package org.cabildo.tenancy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A worker in a process of its own that migrates tenant after tenant and says each time that one is done. */
final class Migrator {

    static final String AT_WORK = "at work";
    static final String ONE_MORE = "one more";

    private Migrator() {}

    public static void main(String[] unused) throws IOException {
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)); // see Doomed.WORDS
        var pool = new TenancySettings.Pool(2, 1, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(1));
        var settings = new TenancySettings(
                told.readLine(),
                LoginKind.OFFICE,
                told.readLine(),
                told.readLine(),
                pool,
                new TenancySettings.Provisioner(told.readLine(), told.readLine(), 1));
        var provisioning = new Provisioning(settings, new Vaults(settings), List.of(), List.of());
        System.out.println(AT_WORK);
        while (provisioning.workOne()) {
            System.out.println(ONE_MORE);
        }
    }
}
