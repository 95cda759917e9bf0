package org.cabildo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Opens one house and one browser for all journeys of this JVM, and gives each test a cast of its own. */
class Stage implements ParameterResolver, TestExecutionExceptionHandler, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(Stage.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cast.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(OURS).computeIfAbsent(Cast.class, _ -> gather(context), Cast.class);
    }

    private static Cast gather(ExtensionContext context) {
        var everybody = context.getRoot().getStore(OURS);
        var chromium = everybody.computeIfAbsent(Chromium.class, _ -> Chromium.open(), Chromium.class);
        var house =
                everybody.computeIfAbsent(RunningHouse.class, _ -> RunningHouse.start("shared"), RunningHouse.class);
        var journey =
                context.getRequiredTestClass().getAnnotation(Journey.class).value();
        var album = everybody.computeIfAbsent(journey, _ -> new Album(Path.of("target", "look", journey)), Album.class);
        return new Cast(house, chromium.browser(), album);
    }

    /** Leaves what everybody saw last. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        cast(context)
                .ifPresent(
                        cast -> cast.leaveTraces(context.getRequiredTestMethod().getName()));
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        cast(context).ifPresent(cast -> {
            cast.leave();
            if (context.getExecutionException().isEmpty()) {
                assertThat(cast.complaints()).isEmpty();
            }
        });
    }

    private static Optional<Cast> cast(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(OURS).get(Cast.class, Cast.class));
    }

    /** The machine's own Chromium, driven by Playwright. */
    private record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

        private static final Duration TO_APPEAR = Duration.ofSeconds(20);

        static Chromium open() {
            var program = Optional.ofNullable(System.getenv("CABILDO_CHROMIUM"))
                    .filter(named -> !named.isBlank())
                    .orElse("/usr/bin/chromium");
            PlaywrightAssertions.setDefaultAssertionTimeout((double) TO_APPEAR.toMillis());
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Chromium(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(Path.of(program))
                                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"))));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
