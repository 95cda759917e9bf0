package org.cabildo.admin.frame;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.cabildo.admin.words.Words;
import org.cabildo.kernel.Unknown;

/** What a person reads where nothing is, or nothing for them. */
@ParentLayout(OfficeLayout.class)
@AnonymousAllowed
class UnknownView extends Page implements HasErrorParameter<Unknown> {

    UnknownView() {
        super(Words.of("page.not_found.title"));
        add(new Paragraph(Words.of("page.not_found.text")), new Anchor("", Words.of("page.home")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Unknown> parameter) {
        return 404;
    }
}
