package org.cabildo.admin.frame;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.cabildo.admin.words.Words;

/** What a person reads at an address that leads nowhere. */
@ParentLayout(OfficeLayout.class)
@AnonymousAllowed
class NoRouteView extends Page implements HasErrorParameter<NotFoundException> {

    NoRouteView() {
        super(Words.of("page.not_found.title"));
        add(new Paragraph(Words.of("page.not_found.text")), new Anchor("", Words.of("page.home")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return 404;
    }
}
