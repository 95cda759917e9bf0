package org.cabildo.admin.frame;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import org.cabildo.admin.words.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the public reads what is published here. */
@Component
public class Portals {

    private final String address;
    private final boolean byPath;

    /** @param addressing how the portal leads to tenants: {@code HOST} or {@code PATH} */
    Portals(
            @Value("${cabildo.portal.address}") String address,
            @Value("${cabildo.portal.addressing}") String addressing) {
        this.address = address.replaceAll("/+$", "");
        this.byPath = addressing.equalsIgnoreCase("PATH");
    }

    /** A link to a tenant's portal, opened beside the office. It works whether or not the tenant has a host. */
    public Anchor link(String slug, String name) {
        var link = new Anchor("%s/t/%s/".formatted(address, slug), Words.of("portal.open"), AnchorTarget.BLANK);
        link.setAriaLabel(Words.of("portal.open.of", name));
        link.setRouterIgnore(true);
        link.addClassName("cell-link");
        return link;
    }

    /** The address in Cabildo that a tenant's portal says of itself. */
    public String address(String slug) {
        return byPath
                ? "%s/t/%s/".formatted(address, slug)
                : address.replaceFirst("://", "://%s.".formatted(slug)) + "/";
    }

    /** The same as a link, opened beside the office. */
    public Anchor named(String slug) {
        var link = new Anchor(address(slug), address(slug), AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        return link;
    }

    /** A link to a published plan on a tenant's portal, opened beside the office. */
    public Anchor plan(String slug, String plan, String words) {
        var link = new Anchor("%s/t/%s/planes/%s".formatted(address, slug, plan), words, AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        return link;
    }

    /**
     * A link to a page of the nation's portal, opened beside the office.
     *
     * @param path after the portal's address, without the first slash
     */
    public Anchor page(String path, String words) {
        var link = new Anchor(address + "/" + path, words, AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        return link;
    }

    /** A link to a published commitment on a tenant's portal, opened beside the office. */
    public Anchor commitment(String slug, String plan, int number, String title) {
        var link = new Anchor(
                "%s/t/%s/planes/%s/compromisos/%d".formatted(address, slug, plan, number), title, AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        return link;
    }
}
