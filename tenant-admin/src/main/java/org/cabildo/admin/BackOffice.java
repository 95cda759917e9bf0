package org.cabildo.admin;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.cabildo.kernel.Lifeline;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The back office of Cabildo: one host for all tenants, one tenant per browser tab. */
@SpringBootApplication
@ComponentScan(
        basePackages = "org.cabildo",
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.cabildo\\.(dev|testing)\\..*")
        })
@EntityScan("org.cabildo")
@EnableJpaRepositories("org.cabildo")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://office.css")
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
public class BackOffice implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icons/cabildo.svg", "any");
    }

    /** Starts it. */
    public static void main(String[] arguments) {
        Lifeline.hold();
        SpringApplication.run(BackOffice.class, arguments);
    }
}
