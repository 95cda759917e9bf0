package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import org.cabildo.admin.words.Words;

/**
 * Lays every grid out as a plain table while a page is printed, every field as what it is called and what stands in it, and
 * unfolds what is folded: what is drawn for the screen loses on paper the names that are buttons, the columns and lines that
 * one would scroll to, and prints boxes to write in. The key that prints first lets a list load the rows that it lacks.
 */
final class Paper {

    private static final String LAYS_OUT = """
            if (window.cabildoPrints) return;
            window.cabildoPrints = true;
            const [some, most, limit] = [$0, $1, $2];
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
            const grids = () => [...document.querySelectorAll('vaadin-grid')].filter(grid => grid.shadowRoot && grid.offsetParent);
            const size = grid => Number(grid.shadowRoot.querySelector('#table').getAttribute('aria-rowcount'))
              - grid.shadowRoot.querySelectorAll('#header > tr:not([hidden])').length;
            const isWhole = grid => {
              const rows = [...grid.shadowRoot.querySelectorAll('#items > tr:not([hidden])')];
              return rows.length >= size(grid) && rows.every(row =>
                !row.hasAttribute('loading') && cells(row).some(([, content]) => content.textContent.trim()));
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
              const whole = size(grid);
              if (lines.length < whole)
                table.createCaption().textContent = (whole > limit ? most : some).replace('{0}', lines.length).replace('{1}', whole);
              return table;
            };
            const fields = 'vaadin-text-field, vaadin-text-area, vaadin-integer-field, vaadin-email-field, vaadin-date-picker, '
              + 'vaadin-time-picker, vaadin-select, vaadin-combo-box, vaadin-multi-select-combo-box, vaadin-checkbox-group, '
              + 'vaadin-radio-group';
            const words = each => each?.textContent.trim() ?? '';
            const stands = field => {
              if (field.matches('vaadin-select')) return words(field.querySelector('[slot=value]'));
              if (field.matches('vaadin-multi-select-combo-box')) return field.selectedItems.map(one => one.label ?? one).join('; ');
              if (field.matches('vaadin-checkbox-group, vaadin-radio-group'))
                return [...field.querySelectorAll('[checked] > label')].map(words).join('; ');
              return (field.inputElement?.value ?? '').trim();
            };
            const say = field => {
              const said = document.createElement('div');
              said.className = 'printed-field ' + named(field, '');
              const name = document.createElement('div');
              name.className = 'quiet';
              name.textContent = field.label || words(field.querySelector('[slot=label]'));
              const text = document.createElement('div');
              text.className = 'prose';
              text.textContent = stands(field);
              said.append(name, text);
              return said;
            };
            const says = of => [...of.querySelectorAll('.printed-field')].some(each => !each.classList.contains('silent'));
            const layFields = () => {
              for (const field of document.querySelectorAll(fields)) {
                if (field.closest('vaadin-dialog, vaadin-grid, .filters, .comment-form, [hidden]')) continue;
                const said = say(field);
                said.classList.toggle('silent', !words(said.lastChild));
                field.classList.add('unprinted');
                field.after(said);
              }
              for (const title of document.querySelectorAll('.form > h3')) {
                let next = title.nextElementSibling;
                while (next && !next.matches('h3') && !next.matches('.printed-field:not(.silent)')) next = next.nextElementSibling;
                title.classList.toggle('unprinted', !next?.matches('.printed-field'));
              }
            };
            const unfold = () => {
              for (const folded of document.querySelectorAll('vaadin-details')) {
                if (folded.querySelector('.printed-field') && !says(folded)) folded.classList.add('unprinted');
                else if (!folded.opened) {
                  folded.opened = true;
                  folded.classList.add('unfolded');
                }
              }
            };
            let laidOut = false;
            const lift = () => {
              document.querySelectorAll('.printed, .printed-field').forEach(each => each.remove());
              document.querySelectorAll('.unprinted').forEach(each => each.classList.remove('unprinted'));
              document.querySelectorAll('.unfolded').forEach(each => {
                each.opened = false;
                each.classList.remove('unfolded');
              });
              laidOut = false;
            };
            let short = [];
            const prints = () => {
              window.print();
              short.forEach(grid => grid.allRowsVisible = false);
              short = [];
            };
            window.addEventListener('keydown', event => {
              const asked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'p';
              if (!asked) return;
              const waits = short.length > 0;
              if (!waits) short = grids().filter(grid => size(grid) <= limit && !isWhole(grid));
              if (!short.length) return;
              event.preventDefault();
              if (waits) return;
              short.forEach(grid => grid.allRowsVisible = true);
              const until = Date.now() + 15000;
              const wait = () => short.every(isWhole) || Date.now() > until ? prints() : setTimeout(wait, 100);
              setTimeout(wait, 100);
            }, true);
            const lay = () => {
              lift();
              grids().forEach(grid => grid.after(laid(grid)));
              layFields();
              unfold();
              laidOut = true;
            };
            window.addEventListener('beforeprint', lay);
            window.addEventListener('afterprint', lift);
            window.matchMedia('print').addEventListener('change', change => {
              if (!change.matches) lift();
              else if (!laidOut) lay();
            });
            """;

    private static final int AT_ONCE = 500; // rows that a grid is sent at most

    private Paper() {}

    /** Does so in this tab from now on. */
    static void follow(Component frame) {
        frame.getElement()
                .executeJs(
                        LAYS_OUT,
                        Words.in(Words.language(), "grid.printed"),
                        Words.in(Words.language(), "grid.printed.most"),
                        AT_ONCE);
    }
}
