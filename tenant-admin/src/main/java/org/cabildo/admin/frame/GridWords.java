package org.cabildo.admin.frame;

import com.vaadin.flow.component.grid.Grid;
import org.cabildo.admin.words.Words;

/** Says in the person's language what a grid says of itself only in English: Vaadin has words for that from 25.3 on. */
public final class GridWords {

    private static final String RELABEL = """
            const grid = this, [all, row, sort, marks] = [$0, $1, $2, $3];
            const relabel = () => {
              for (const sorter of grid.querySelectorAll('vaadin-grid-sorter[aria-label^="Sort by "]'))
                sorter.setAttribute('aria-label', sort.replace('{0}', sorter.textContent.trim()));
              for (const box of grid.querySelectorAll('vaadin-checkbox')) {
                if (box.accessibleName === 'Select All') box.accessibleName = all;
                if (box.accessibleName === 'Select Row') box.accessibleName = row;
              }
              const head = grid.querySelector('.vaadin-grid-select-all-checkbox')?.parentElement;
              if (head && !head.querySelector('.heard')) { // also where nobody can mark all
                const name = document.createElement('span');
                name.className = 'heard';
                name.textContent = marks;
                head.append(name);
              }
            };
            relabel();
            if (!grid.relabelled) {
              grid.relabelled = new MutationObserver(relabel);
              grid.relabelled.observe(grid, {childList: true, subtree: true});
            }
            """;

    private GridWords() {}

    /** Gives the boxes that mark lines and the heads that sort them names in the language of the person looking. */
    public static void translate(Grid<?> grid) {
        grid.addAttachListener(_ -> grid.getElement()
                .executeJs(
                        RELABEL,
                        Words.of("grid.all"),
                        Words.of("grid.row"),
                        Words.in(Words.language(), "grid.sort"),
                        Words.of("grid.marks")));
    }
}
