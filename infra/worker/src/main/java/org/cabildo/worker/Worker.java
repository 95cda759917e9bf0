package org.cabildo.worker;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cabildo.kernel.Lifeline;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Starts the worker, or does one of the operator's commands and ends. */
@SpringBootApplication(scanBasePackages = "org.cabildo", proxyBeanMethods = false)
@EntityScan("org.cabildo")
@EnableJpaRepositories("org.cabildo")
@EnableConfigurationProperties({WorkerSettings.class, MailSettings.class})
public class Worker {

    /** The process: {@code worker} alone, {@code worker tenants …} or {@code worker verify …}. */
    public static void main(String[] words) {
        if (words.length > 0 && words[0].equals(TenantsCommand.NAME)) {
            System.exit(command(Arrays.asList(words).subList(1, words.length)));
        }
        if (words.length > 0 && words[0].equals(VerifyCommand.NAME)) {
            var verify = new VerifyCommand(System.out, System.getenv().getOrDefault("CABILDO_LANGUAGE", ""));
            System.exit(verify.run(Arrays.asList(words).subList(1, words.length)));
        }
        Lifeline.hold();
        SpringApplication.run(Worker.class, words);
    }

    private static int command(List<String> words) {
        var application = new SpringApplicationBuilder(Worker.class)
                .logStartupInfo(false)
                .properties(Map.of("cabildo.worker.shift", false, "spring.main.keep-alive", false));
        try (var context = application.run("--logging.level.org.cabildo=warn", "--cabildo.heartbeat.every=0s")) {
            return context.getBean(TenantsCommand.class).run(words, System.out);
        } catch (DataAccessException e) {
            System.err.println("PostgreSQL refused: " + e.getMostSpecificCause().getMessage());
            return 1;
        }
    }

    @Bean
    Outage database() {
        return new Outage("PostgreSQL");
    }
}
