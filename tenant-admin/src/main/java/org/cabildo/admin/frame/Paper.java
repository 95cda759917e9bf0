package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import org.cabildo.admin.words.Words;

/**
 * Lays every grid out as a plain table while a page is printed: what a grid draws for the screen loses on paper the names
 * that are buttons, and the columns and lines that one would scroll to.
 */
final class Paper {

    private static final String LAYS_OUT = """
            if (window.cabildoPrints) return;
            window.cabildoPrints = true;
            const some = $0;
            const left = 'vaadin-button:not(.cell-open), vaadin-checkbox, vaadin-tooltip, vaadin-icon, vaadin-progress-bar, .actions';
            const named = (from, narrow) => [...from.classList].filter(each => each !== narrow).join(' ');
            const copy = (from, to) => {
              const narrow = getComputedStyle(document.documentElement).getPropertyValue('--narrow').trim() === '1';
              for (const each of from.childNodes) {
                if (each.nodeType === Node.TEXT_NODE) to.append(each.data);
                if (each.nodeType !== Node.ELEMENT_NODE || each.matches(left)) continue;
                if (each.matches(narrow ? '.only-wide' : '.only-narrow')) continue;
                const part = document.createElement(each.matches('div, p, li') ? 'div' : 'span');
                part.className = each.matches('.cell-open') ? 'cell-title' : named(each, narrow ? 'only-narrow' : 'only-wide');
                copy(each, part);
                to.append(part);
              }
            };
            const cells = row => [...row.children]
              .map(cell => [cell, cell.querySelector('slot')?.assignedElements()[0]])
              .filter(([cell, content]) => content && !cell.hidden);
            const laid = grid => {
              const table = document.createElement('table');
              table.className = 'printed';
              const heads = table.createTHead();
              const body = table.createTBody();
              const all = [...grid.shadowRoot.querySelectorAll('#header > tr, #items > tr')].filter(row => !row.hidden);
              all.sort((one, other) => Number(one.getAttribute('aria-rowindex')) - Number(other.getAttribute('aria-rowindex')));
              for (const row of all) {
                const head = row.parentElement.id === 'header';
                const line = document.createElement('tr');
                for (const [cell, content] of cells(row)) {
                  const place = document.createElement(head ? 'th' : 'td');
                  if (head) place.textContent = content.textContent.trim();
                  else copy(content, place);
                  place.style.textAlign = content.style.textAlign;
                  if (cell.part.contains('own-row')) line.className = 'own-row';
                  line.append(place);
                }
                (head ? heads : body).append(line);
              }
              const lines = [...body.rows];
              const columns = table.rows[0]?.cells.length ?? 0;
              for (let at = columns - 1; at >= 0; at--) {
                if (lines.length && lines.every(line => !line.cells[at]?.textContent.trim()))
                  for (const line of table.rows) line.cells[at]?.remove();
              }
              const whole = Number(grid.shadowRoot.querySelector('#table').getAttribute('aria-rowcount'))
                - grid.shadowRoot.querySelectorAll('#header > tr:not([hidden])').length;
              if (lines.length < whole)
                table.createCaption().textContent = some.replace('{0}', lines.length).replace('{1}', whole);
              return table;
            };
            const lift = () => document.querySelectorAll('table.printed').forEach(each => each.remove());
            const lay = () => {
              lift();
              for (const grid of document.querySelectorAll('vaadin-grid')) {
                if (grid.shadowRoot && grid.offsetParent) grid.after(laid(grid));
              }
            };
            window.addEventListener('beforeprint', lay);
            window.addEventListener('afterprint', lift);
            window.matchMedia('print').addEventListener('change', change => {
              if (!change.matches) lift();
              else if (!document.querySelector('table.printed')) lay();
            });
            """;

    private Paper() {}

    /** Does so in this tab from now on. */
    static void follow(Component frame) {
        frame.getElement().executeJs(LAYS_OUT, Words.in(Words.language(), "grid.printed"));
    }
}
