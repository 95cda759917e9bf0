package org.cabildo.portal.page;

import java.util.List;
import java.util.Optional;
import org.cabildo.portal.door.Language;

/**
 * What surrounds every page.
 *
 * @param title of the page, without the portal's name
 * @param owner name of the portal
 * @param home address of the portal's first page
 * @param data address of the portal's open data; empty on the nation's
 * @param nation address of the nation's page
 * @param other the same page in the other language; empty where there is none
 * @param synthetic whether what is shown is invented
 * @param style address of the style sheet
 * @param icon address of the icon
 * @param trail from the portal's first page to this one, without both
 */
public record Layout(
        Words words,
        String title,
        String owner,
        String home,
        Optional<String> data,
        String nation,
        Optional<String> other,
        boolean synthetic,
        String style,
        String icon,
        List<Step> trail) {

    /** A page on the way. */
    public record Step(String name, String address) {}

    public Language language() {
        return words.language();
    }

    /** Whether this is the portal's first page. */
    public boolean isFirst() {
        return title.equals(owner);
    }
}
