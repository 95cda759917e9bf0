package org.cabildo.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Judges a page by WCAG 2.2 AA. The library's own builder opens one more page for each judgement, to join the results of
 * frames that nothing here has; that took most of the time of a journey.
 */
final class Axe {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String SCRIPT = script();

    /** A text of its ground's own colour is seen by nobody, and is left by the library to whoever reads its report. */
    private static final String JUDGE = """
            async what => {
              const found = await axe.run(document, {runOnly: what, resultTypes: ['violations', 'incomplete']});
              const tell = (rule, nodes) => `${rule.id} (${rule.help}) at ${nodes.map(node => node.html).join(' and ')}`;
              const unseen = node => node.any.some(check => check.data?.messageKey === 'equalRatio');
              return [
                ...found.violations.map(rule => tell(rule, rule.nodes)),
                ...found.incomplete.filter(rule => rule.nodes.some(unseen)).map(rule => tell(rule, rule.nodes.filter(unseen)))];
            }
            """;

    private Axe() {}

    /** What is wrong with the page as it is, one sentence for each rule that is broken. */
    static List<String> judge(Page page) {
        return judge(page, Map.of("type", "tag", "values", WCAG_22_AA));
    }

    /** What is wrong with the contrast of the page's colours, as {@link #judge}. */
    static List<String> judgeColours(Page page) {
        return judge(page, Map.of("type", "rule", "values", List.of("color-contrast")));
    }

    private static List<String> judge(Page page, Map<String, Object> what) {
        if (page.frames().size() > 1) {
            throw new IllegalStateException("Frames are not judged: " + page.url());
        }
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(SCRIPT);
        }
        if (page.evaluate(JUDGE, what) instanceof List<?> sentences) {
            return sentences.stream().map(Objects::toString).toList();
        }
        throw new IllegalStateException("Axe gave no answer on " + page.url());
    }

    private static String script() {
        try (var script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
