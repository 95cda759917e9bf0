package org.cabildo.admin.frame;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.io.Serializable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cabildo.admin.words.Words;

/** Lets a person choose which columns a table shows. Remembered while the tab is open; a narrow window shows none of them. */
public final class ColumnChoice extends MenuBar {

    private final Map<String, Grid.Column<?>> columns = new LinkedHashMap<>();
    private final Hidden hidden;
    private final MenuItem menu;
    private final String table;
    private boolean narrow;

    /** What this tab hides, by table and column. */
    private static final class Hidden implements Serializable {
        private final Set<String> keys = new HashSet<>();
    }

    /** @param table a name of the table that no other has */
    public ColumnChoice(String table) {
        var known = ComponentUtil.getData(UI.getCurrent(), Hidden.class);
        hidden = known == null ? new Hidden() : known;
        ComponentUtil.setData(UI.getCurrent(), Hidden.class, hidden);
        addThemeVariants(MenuBarVariant.TERTIARY);
        setI18n(new MenuBarI18n().setMoreOptions(Words.of("menu.more")));
        menu = addItem(Words.of("columns"));
        this.table = table;
    }

    /**
     * Lets this column be hidden.
     *
     * @param label what the menu calls it
     */
    public ColumnChoice offer(String label, Grid.Column<?> column) {
        var key = table + "/" + label;
        columns.put(key, column);
        var item = menu.getSubMenu().addItem(label);
        item.setCheckable(true);
        item.setChecked(!hidden.keys.contains(key));
        item.setKeepOpen(true);
        item.addClickListener(_ -> {
            if (item.isChecked()) {
                hidden.keys.remove(key);
            } else {
                hidden.keys.add(key);
            }
            show();
        });
        return this;
    }

    /** Follows the width of the window. */
    public void narrow(boolean now) {
        narrow = now;
        setVisible(!now);
        show();
    }

    private void show() {
        columns.forEach((key, column) -> column.setVisible(!narrow && !hidden.keys.contains(key)));
    }
}
