package org.cabildo.admin.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.cabildo.admin.words.Language;
import org.cabildo.admin.words.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives every session its language, its way to say mishaps, and every tab its light and its first words. */
@Configuration(proxyBeanMethods = false)
class FrameSetup {

    @Bean
    VaadinServiceInitListener speaks() {
        return event -> {
            var service = event.getSource();
            service.setSystemMessagesProvider(about -> {
                var messages = new CustomizedSystemMessages();
                messages.setSessionExpiredNotificationEnabled(true);
                messages.setSessionExpiredCaption(Words.in(about.getLocale(), "expired.title"));
                messages.setSessionExpiredMessage(Words.in(about.getLocale(), "expired.text"));
                messages.setCookiesDisabledNotificationEnabled(true);
                messages.setCookiesDisabledCaption(Words.in(about.getLocale(), "expired.title"));
                messages.setCookiesDisabledMessage(Words.in(about.getLocale(), "cookies.text"));
                messages.setInternalErrorNotificationEnabled(false);
                return messages;
            });
            service.addSessionInitListener(begun -> {
                begun.getSession().setErrorHandler(new Mishaps());
                begun.getSession()
                        .setLocale(
                                begun.getRequest() instanceof VaadinServletRequest request
                                        ? Language.of(request.getHttpServletRequest())
                                        : Words.SPANISH);
            });
            service.addUIInitListener(opened -> {
                Light.apply(opened.getUI());
                tellOfConnection(opened.getUI());
            });
            event.addIndexHtmlRequestListener(FrameSetup::beginTab);
        };
    }

    /** What a tab says while it does not reach the office, for as long as that lasts. */
    private static void tellOfConnection(UI ui) {
        ui.getPage()
                .executeJs(
                        """
                        const said = window.Vaadin.connectionIndicator;
                        if (said) Object.assign(said,
                            {onlineText: $0, offlineText: $1, reconnectingText: $1, expandedDuration: 3600000});
                        """, Words.in(ui.getLocale(), "connection.back"), Words.in(ui.getLocale(), "connection.lost"));
    }

    /** What a tab says before its scripts have run, or if they never do; its shape until then is in office.css. */
    private static void beginTab(IndexHtmlResponse index) {
        var document = index.getDocument();
        document.title("Cabildo");
        if (index.getVaadinRequest() instanceof VaadinServletRequest request) {
            var language = Language.of(request.getHttpServletRequest());
            document.getElementsByTag("html").attr("lang", language.toLanguageTag());
            var without = document.body().appendElement("noscript");
            without.appendElement("p").text(Words.in(language, "page.noscript"));
        }
    }
}
