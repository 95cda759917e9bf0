package org.cabildo.admin.frame;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import org.cabildo.admin.words.Language;
import org.cabildo.admin.words.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives every session its language, its way to say mishaps, and every tab its light. */
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
            service.addUIInitListener(opened -> Light.apply(opened.getUI()));
        };
    }
}
