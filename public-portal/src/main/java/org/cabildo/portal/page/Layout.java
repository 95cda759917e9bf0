package org.cabildo.portal.page;

import java.util.List;
import java.util.Optional;
import org.cabildo.portal.door.Language;

/**
 * What surrounds every page.
 *
 * @param first whether it is the portal's first page, or what was looked for there
 * @param title of the page, without the portal's name
 * @param owner name of the portal
 * @param home address of the portal's first page
 * @param data address of the portal's open data, on the nation's of the country's
 * @param ledger address of the tenant's ledger; on the nation's of all heads
 * @param about address of what the portal says of itself
 * @param nation address of the nation's page
 * @param other the same page in the other language
 * @param synthetic whether what is shown is invented
 * @param style address of the style sheet
 * @param icon address of the icon
 * @param colours address of the style sheet of the tenant's own colours
 * @param arms the tenant's coat of arms; empty: the portal's icon stands there
 * @param head what the page says to machines; empty where it says nothing
 * @param trail from the portal's first page to this one, without both
 */
public record Layout(
        Words words,
        boolean first,
        String title,
        String owner,
        String home,
        String data,
        String ledger,
        String about,
        String nation,
        String other,
        boolean synthetic,
        String style,
        String icon,
        Optional<String> colours,
        Optional<Arms> arms,
        Optional<Head> head,
        List<Step> trail) {

    /**
     * What a page says to search engines, feed readers and networks that show cards.
     *
     * @param address the one address of this page
     * @param spanish the same page in Spanish
     * @param english the same page in English
     * @param feed address of the tenant's news
     * @param picture address of the card
     * @param data about the page, as schema.org says it
     */
    public record Head(
            String description,
            String address,
            String spanish,
            String english,
            Optional<String> feed,
            Optional<String> picture,
            Optional<LinkedData> data) {}

    /**
     * A coat of arms.
     *
     * @param alternative what it shows
     */
    public record Arms(String address, String alternative) {}

    /**
     * A page on the way.
     *
     * @param ours whether its name is in the language of the page; else a tenant wrote it, in Spanish
     */
    public record Step(String name, String address, boolean ours) {

        /** A page that bears the name that a tenant gave it. */
        public Step(String name, String address) {
            this(name, address, false);
        }
    }

    /** Whether this is a page of the nation's portal, or of nobody's, which bears its name. */
    public boolean isNation() {
        return owner.equals(words.get("nation.name"));
    }

    /** Whether the words are English around what a tenant published in Spanish. */
    public boolean isInSpanishWithin() {
        return language() == Language.ENGLISH && !isNation() && head.isPresent();
    }

    public Language language() {
        return words.language();
    }

    /** What the browser calls the page. */
    public String wholeTitle() {
        return title.equals(owner) ? owner : title + " · " + owner;
    }
}
