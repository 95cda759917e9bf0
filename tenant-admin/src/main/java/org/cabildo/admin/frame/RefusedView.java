package org.cabildo.admin.frame;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.cabildo.admin.words.Words;
import org.cabildo.kernel.Refused;

/** What a person reads at the address of a page that a rule keeps from them; the menu leads on. */
@ParentLayout(OfficeLayout.class)
@AnonymousAllowed
class RefusedView extends Page implements HasErrorParameter<Refused> {

    RefusedView() {
        super(Words.of("page.refused.title"));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refused> parameter) {
        add(new Paragraph(Words.of(parameter.getException())), new Anchor("", Words.of("page.home")));
        return 403;
    }
}
