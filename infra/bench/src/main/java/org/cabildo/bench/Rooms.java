package org.cabildo.bench;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * The rooms without any application over them. It bears no annotation that a search for components finds, because the
 * measured portal has this class on its path beside {@link ConstantPage}.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "org.cabildo",
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.cabildo\\.(dev|bench)\\..*"))
@EntityScan("org.cabildo")
@EnableJpaRepositories("org.cabildo")
class Rooms {

    private Rooms() {}

    /** Opens them with these settings besides those all applications share. */
    static ConfigurableApplicationContext open(Map<String, String> settings) {
        var all = new HashMap<String, Object>(settings);
        all.put("spring.config.import", "classpath:core.properties");
        return new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(all)
                .run();
    }
}
