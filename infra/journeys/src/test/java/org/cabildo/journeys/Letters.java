package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The letters a house sent, as people read them on the page of its mailbox. */
final class Letters {

    private Letters() {}

    /** Opens the newest letter to an address. @return the link of the invitation in it */
    static String to(Visitor reader, RunningHouse house, String address) {
        reader.opens(house.mail());
        reader.hands()
                .press(reader.page()
                        .getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions()
                                        .setName(Pattern.compile("Para " + Officer.quoted(address) + "( |$)")))
                        .first());
        var link = reader.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("invitacion"));
        assertThat(link).isVisible();
        return link.getAttribute("href");
    }
}
