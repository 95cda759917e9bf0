package org.cabildo.tenancy;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The provisioning login exists in the worker only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("cabildo.tenancy.provisioner.user")
class ProvisioningConfiguration {

    private static final int SCHEMAS_PER_CONNECTION = 500; // about 70 MB of catalog in the server's process

    @Bean
    Provisioning provisioning(
            TenancySettings settings, Vaults vaults, List<OnboardingStep> steps, List<HouseWitness> witnesses) {
        return new Provisioning(settings, vaults, steps, witnesses);
    }

    @Bean
    WaitingAnnouncements waitingAnnouncements(TenancySettings settings) {
        return new WaitingAnnouncements(settings, SCHEMAS_PER_CONNECTION);
    }
}
