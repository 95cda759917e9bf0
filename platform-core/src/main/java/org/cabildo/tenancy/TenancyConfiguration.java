package org.cabildo.tenancy;

import java.time.Clock;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MultiTenancySettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the fence: one pool, one routing source of connections, one persistence unit. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TenancySettings.class, HeartbeatSettings.class})
class TenancyConfiguration {

    /** A portal asks few things, each by its key: to plan one anew for what is asked costs as much as to answer it. */
    private static final String PLANNED_ONCE = "-c plan_cache_mode=force_generic_plan";

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Vaults vaults(TenancySettings settings) {
        return new Vaults(settings);
    }

    @Bean
    KeyedPool keyedPool(TenancySettings settings) {
        return new KeyedPool(
                settings.databaseUrl(),
                "cabildo " + settings.loginKind().suffix().substring(1),
                settings.loginKind() == LoginKind.PORTAL ? PLANNED_ONCE : "",
                settings.pool());
    }

    @Bean
    PoolMeters poolMeters(KeyedPool pool) {
        return new PoolMeters(pool);
    }

    @Bean
    Heart heart(
            HeartbeatSettings settings,
            KeyedPool pool,
            Heartbeats heartbeats,
            Wakeups redis,
            ObjectProvider<VitalSigns> work,
            Clock clock) {
        return new Heart(settings, pool, heartbeats, redis, work, clock);
    }

    @Bean
    Logins logins(TenancySettings settings, Vaults vaults, KeyedPool pool) {
        return new Logins(settings.loginKind(), vaults, pool);
    }

    @Bean
    ScopedConnections dataSource(Logins logins) {
        return new ScopedConnections(logins);
    }

    @Bean
    HibernatePropertiesCustomizer scopedHibernate(ScopedConnections connections) {
        return properties -> {
            properties.put(MultiTenancySettings.MULTI_TENANT_CONNECTION_PROVIDER, connections);
            properties.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, new ScopeIdentifier());
            properties.put("hibernate.boot.allow_jdbc_metadata_access", false);
            properties.put(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, "PostgreSQL");
            properties.put(JdbcSettings.JAKARTA_HBM2DDL_DB_VERSION, "18.0");
        };
    }
}
