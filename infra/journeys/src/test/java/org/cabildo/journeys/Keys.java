package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A keyboard alone, before the narrowest window there is: a phone's width, which is also what a wide window shows
 * enlarged four times. Whatever is to be reached is reached by the tabulator, and inside of a table by the arrows.
 */
final class Keys implements Hands {

    private static final int STEPS = 150;
    private static final double TO_FIND_FOCUS = 5_000; // milliseconds: a house that was just started answers slowly
    private static final Duration TO_STEP = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    /** Whether the element or something in it, however deep in shadows, has the focus. */
    private static final String HAS_FOCUS = """
            element => {
              let at = document.activeElement;
              while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
              for (; at; at = at.parentNode || at.host) {
                if (at === element) return true;
              }
              return false;
            }
            """;

    private static final String IS_GONE = "element => !element.isConnected";
    private static final String SOMETHING_HAS_FOCUS =
            "before => location.href !== before || document.activeElement && document.activeElement !== document.body";
    private static final String WHO_HAS_FOCUS = "() => document.activeElement.outerHTML.substring(0, 200)";

    /** The day that the calendar of the field stands on; another field's calendar may still be closing. */
    private static final String FOCUSED_DAY = """
            field => {
              const picker = field.closest('vaadin-date-picker');
              const day = picker.querySelector('vaadin-date-picker-overlay-content').focusedDate;
              return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map(n => String(n).padStart(2, '0')).join('-');
            }""";

    /** Which way the arrows lead from the cell that has the focus to the one that holds the element; empty: it is there. */
    private static final String WAY_IN_TABLE = """
            element => {
              const content = element.closest('vaadin-grid-cell-content');
              const target = content.assignedSlot.closest('td, th');
              const at = content.closest('vaadin-grid').shadowRoot.activeElement;
              const cell = at && at.closest('td, th');
              if (!cell || cell.closest('tbody, thead, tfoot') !== target.closest('tbody, thead, tfoot')) return 'Tab';
              const rows = target.parentElement.index - cell.parentElement.index;
              if (rows) return rows > 0 ? 'ArrowDown' : 'ArrowUp';
              const columns = [...target.parentElement.children].filter(each => each.localName === target.localName);
              const by = columns.indexOf(target) - columns.indexOf(cell);
              return by ? (by > 0 ? 'ArrowRight' : 'ArrowLeft') : '';
            }
            """;

    private final Page page;
    private final Consumer<String> complaints;

    /** @param complaints is told where the focus was lost */
    Keys(Page page, Consumer<String> complaints) {
        this.page = page;
        this.complaints = complaints;
    }

    @Override
    public int width() {
        return Album.NARROW;
    }

    @Override
    public void press(Locator what) {
        var address = page.url();
        var name = what.innerText();
        reach(what);
        page.keyboard().press("Enter");
        try {
            Quiet.await(page);
            page.waitForFunction(
                    SOMETHING_HAS_FOCUS, address, new Page.WaitForFunctionOptions().setTimeout(TO_FIND_FOCUS));
        } catch (TimeoutError _) {
            if (page.url().equals(address)) { // else another page is still on its way
                complaints.accept("After «%s» nothing has the focus on %s".formatted(name, address));
            }
        } catch (PlaywrightException _) {
            // the page is being left for another one, which begins anew
        }
    }

    @Override
    public void type(Locator field, String text) {
        reach(field);
        page.keyboard().press("Control+A");
        if (text.isEmpty()) {
            page.keyboard().press("Delete");
        } else {
            page.keyboard().type(text);
        }
    }

    /** So narrow a window shows the calendar instead of a field to type in: from the day that has the focus to ours. */
    @Override
    public void typeDay(Locator field, String day) {
        var wanted = LocalDate.parse(day, DAY);
        reach(field);
        page.keyboard().press("ArrowDown");
        var picker = field.locator("xpath=ancestor::vaadin-date-picker");
        picker.locator("vaadin-month-calendar [part~=focused]:visible").first().waitFor();
        for (int steps = 0; !focusedDay(field).equals(wanted); steps++) {
            if (steps == STEPS) {
                throw new AssertionError(
                        "The keys do not reach %s; the calendar is at %s".formatted(day, focusedDay(field)));
            }
            step(field, wanted);
        }
        page.keyboard().press("Enter");
        assertThat(field).hasValue(day);
    }

    /** One key towards the day. The calendar takes none while it scrolls, so the same one may have to be pressed again. */
    private void step(Locator field, LocalDate wanted) {
        var at = focusedDay(field);
        long months = ChronoUnit.MONTHS.between(YearMonth.from(at), YearMonth.from(wanted));
        page.keyboard()
                .press(
                        months > 0
                                ? "PageDown"
                                : months < 0 ? "PageUp" : at.isBefore(wanted) ? "ArrowRight" : "ArrowLeft");
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN_LOOKS)
                    .atMost(TO_STEP)
                    .until(() -> !focusedDay(field).equals(at));
        } catch (ConditionTimeoutException _) {
            // it is pressed again
        }
    }

    private static LocalDate focusedDay(Locator field) {
        return LocalDate.parse(field.evaluate(FOCUSED_DAY).toString());
    }

    @Override
    public void choose(Locator field, Locator option) {
        reach(field);
        page.keyboard().press("ArrowDown");
        option.waitFor();
        for (int steps = 0; steps < STEPS; steps++) {
            if (option.getAttribute("focused") != null || Boolean.TRUE.equals(option.evaluate(HAS_FOCUS))) {
                page.keyboard().press("Enter");
                return;
            }
            page.keyboard().press("ArrowDown");
        }
        throw new AssertionError("The arrows do not reach the option");
    }

    @Override
    public void add(Locator field, String search, Locator option) {
        type(field, search);
        option.waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
    }

    @Override
    public void tick(Locator box, boolean ticked) {
        reach(box);
        if (box.isChecked() != ticked) {
            page.keyboard().press("Space");
        }
        assertThat(box).isChecked(new LocatorAssertions.IsCheckedOptions().setChecked(ticked));
    }

    /** The tabulator reaches the group, the arrows one of it. */
    @Override
    public void pick(Locator radio) {
        var group = radio.locator("xpath=ancestor::vaadin-radio-group");
        reach(group);
        for (int steps = 0; steps < STEPS && !radio.isChecked(); steps++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(radio).isChecked();
    }

    /** Walks on until the element has the focus; it is sought by its name once, and again if another takes its place. */
    void reach(Locator what) {
        what.waitFor();
        Quiet.await(page);
        assertThat(what).isEnabled();
        if (what.locator("xpath=ancestor::vaadin-grid-cell-content").count() > 0) {
            reachInTable(what);
        }
        var element = what.elementHandle();
        for (int steps = 0; steps < STEPS; steps++) {
            if (Boolean.TRUE.equals(element.evaluate(HAS_FOCUS))) {
                return;
            }
            if (Boolean.TRUE.equals(element.evaluate(IS_GONE))) {
                element = what.elementHandle();
            } else {
                page.keyboard().press("Tab");
            }
        }
        throw new AssertionError("The tabulator does not reach %s; it is at %s"
                .formatted(
                        what.evaluate("element => element.outerHTML.substring(0, 200)"), page.evaluate(WHO_HAS_FOCUS)));
    }

    /** One stop of the tabulator is the whole table; arrows lead to a cell, and Enter into it. */
    private void reachInTable(Locator what) {
        if (Boolean.TRUE.equals(what.evaluate(HAS_FOCUS))) {
            return;
        }
        for (int steps = 0; steps < STEPS; steps++) {
            var way = what.evaluate(WAY_IN_TABLE).toString();
            if (way.isEmpty()) {
                page.keyboard().press("Enter");
                return;
            }
            page.keyboard().press(way);
        }
        throw new AssertionError("The arrows do not reach a cell of the table");
    }
}
