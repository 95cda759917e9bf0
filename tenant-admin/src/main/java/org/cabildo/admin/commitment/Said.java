package org.cabildo.admin.commitment;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Paragraph;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** What somebody typed, line by line, as text and nothing else; only whole addresses of the web lead there. */
class Said extends Paragraph {

    private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://[^\\s<>\"«»“”]+");
    private static final Pattern AFTER_IT = Pattern.compile("[.,;:!?)\\]}'’…]+$");

    Said(String text) {
        addClassName("prose");
        var found = ADDRESS.matcher(text);
        int from = 0;
        while (found.find()) {
            var address = AFTER_IT.matcher(found.group()).replaceFirst("");
            if (leadsSomewhere(address)) {
                add(new Text(text.substring(from, found.start())));
                from = found.start() + address.length();
                add(link(address));
            }
        }
        add(new Text(text.substring(from)));
    }

    private static Anchor link(String address) {
        var link = new Anchor(address, address, AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }

    private static boolean leadsSomewhere(String address) {
        try {
            var uri = new URI(address);
            return uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException _) {
            return false; // it stays text
        }
    }
}
