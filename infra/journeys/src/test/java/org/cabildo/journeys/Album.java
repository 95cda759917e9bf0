package org.cabildo.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pictures of a journey's steps, narrow and wide, each judged for accessibility and for fitting its width. */
final class Album {

    static final int WIDE = 1280;
    static final int NARROW = 360;
    static final int HEIGHT = 800;

    /** Finds what a reader would have to scroll sideways for, outside of tables that scroll by themselves. */
    private static final String STICKS_OUT = """
            () => {
              const scrolls = element => element.localName !== 'main'
                  && (element.localName === 'vaadin-grid'
                      || getComputedStyle(element).overflowX !== 'visible'
                      || scrolls(element.parentElement));
              return [...document.querySelectorAll('main *')]
                  .filter(element => element.checkVisibility({visibilityProperty: true}))
                  .filter(element => element.getBoundingClientRect().width > 1)
                  .filter(element => element.getBoundingClientRect().right > window.innerWidth + 1)
                  .filter(element => !scrolls(element.parentElement))
                  .map(element => element.outerHTML.substring(0, 120));
            }
            """;

    private static final String HEIGHT_OF_ALL = """
            () => {
              const content = document.querySelector('vaadin-app-layout main');
              return content ? Math.ceil(content.getBoundingClientRect().height) + 100 : 0;
            }
            """;

    private static final int HIGHEST = 4_000;
    private final Path folder;
    private int steps;

    Album(Path folder) {
        this.folder = folder;
    }

    /**
     * Takes both pictures of a page, and one in dark colours, and leaves it as wide as it was.
     *
     * @param judged the page to judge: the same, or its like where scripts run
     * @return what is wrong with it, in sentences
     */
    List<String> look(Page page, Page judged, String step) {
        var complaints = new ArrayList<String>();
        var before = page.viewportSize();
        var numbered = "%02d-%s".formatted(++steps, step);
        for (var width : List.of(NARROW, WIDE)) {
            var name = numbered + "-" + width;
            page.setViewportSize(width, HEIGHT);
            judged.setViewportSize(width, HEIGHT);
            Quiet.await(judged);
            photograph(page, name, heightOfAll(judged));
            Axe.judge(judged).forEach(violation -> complaints.add(name + ": " + violation));
            if (judged.evaluate(STICKS_OUT) instanceof List<?> sticking && !sticking.isEmpty()) {
                complaints.add("%s: %d elements stick out of the page's width, first of all %s"
                        .formatted(name, sticking.size(), sticking.getFirst()));
            }
        }
        complaints.addAll(inTheDark(page, judged, numbered + "-dark"));
        page.setViewportSize(before.width, before.height);
        return complaints;
    }

    /** Once more as those see it who asked their device for dark colours; only colours can be wrong that were not before. */
    private List<String> inTheDark(Page page, Page judged, String name) {
        show(page, judged, ColorScheme.DARK);
        photograph(page, name, HEIGHT);
        var complaints = Axe.judgeColours(judged).stream()
                .map(violation -> name + ": " + violation)
                .toList();
        show(page, judged, ColorScheme.LIGHT);
        return complaints;
    }

    private static void show(Page page, Page judged, ColorScheme colours) {
        var media = new Page.EmulateMediaOptions().setColorScheme(colours);
        page.emulateMedia(media);
        judged.emulateMedia(media);
    }

    /** How high a window shows all of a page whose middle scrolls under a frame that stays. */
    private static int heightOfAll(Page page) {
        return Math.clamp(((Number) page.evaluate(HEIGHT_OF_ALL)).longValue(), HEIGHT, HIGHEST);
    }

    private void photograph(Page page, String name, int height) {
        var size = page.viewportSize();
        if (height != size.height) {
            page.setViewportSize(size.width, height);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".jpg"))
                .setType(ScreenshotType.JPEG) // written in a third of the time of a PNG
                .setQuality(80)
                .setFullPage(true));
        if (height != size.height) {
            page.setViewportSize(size.width, size.height);
        }
    }

    /** Keeps what a page shows and is made of, whatever state it is in. */
    void leaveTraces(Page page, String name) {
        photograph(page, "FAILED-" + name, HEIGHT);
        try {
            Files.writeString(folder.resolve("FAILED-" + name + ".html"), page.url() + "\n" + page.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
