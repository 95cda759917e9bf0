package org.cabildo.admin.frame;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.cabildo.admin.door.Away;
import org.cabildo.admin.words.Words;
import org.cabildo.kernel.Refused;

/** What a person reads when a page could not be made. It stands alone: the layout may be what failed. */
@AnonymousAllowed
class MishapView extends Page implements HasErrorParameter<Exception> {

    MishapView() {
        super(Words.of("mishap.title"));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var failure = parameter.getException();
        add(new Paragraph(Mishaps.sentence(failure)), new Anchor("/", Words.of("page.home")));
        if (Away.isNow() || Away.isDatabase(failure)) {
            return 503;
        }
        return failure instanceof Refused ? 422 : 500;
    }
}
