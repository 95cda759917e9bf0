package org.cabildo.appearance.published;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A part of a portal's first page, in the order it has until the tenant chooses another. */
public enum Section {
    PLANS(false),
    PREPARING(false),
    CONSORTIA(false),
    MEMBERS(false),
    BENEFITS(true),
    PILLARS(true),
    FACTS(true);

    private final boolean hideable;

    Section(boolean hideable) {
        this.hideable = hideable;
    }

    /** Whether a tenant may leave it out: what was promised, by whom and with whom is always shown. */
    public boolean isHideable() {
        return hideable;
    }

    /** These first and the others after them, each once: a section that came later has a place too. */
    public static List<Section> ordered(Collection<Section> first) {
        var order = new ArrayList<>(first.stream().distinct().toList());
        Arrays.stream(values()).filter(each -> !order.contains(each)).forEach(order::add);
        return List.copyOf(order);
    }
}
