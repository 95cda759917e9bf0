package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page of the office: one heading, what can be done with the whole, then the content. */
public abstract class Page extends Main implements HasDynamicTitle {

    private final H1 heading = new H1();
    private final Div actions = new Div();
    private final Div over = new Div(heading);

    /** @param title what the page is about, in the language of the person looking */
    @SuppressWarnings("this-escape") // components are put together in constructors; nobody keeps the unfinished page
    protected Page(String title) {
        addClassName("page");
        actions.addClassName("actions");
        over.addClassName("over");
        var head = new Header(over, actions);
        head.addClassName("page-head");
        add(head);
        title(title);
    }

    /** Names the page anew. */
    protected final void title(String title) {
        heading.setText(title);
    }

    /** One sentence under the heading. */
    protected final void lead(String sentence) {
        var lead = new Paragraph(sentence);
        lead.addClassName("lead");
        over.add(lead);
    }

    /** What stands under the heading beside words, such as badges. */
    protected final void under(Component... components) {
        over.add(components);
    }

    /** What can be done with the whole page. */
    protected final void actions(Component... components) {
        actions.add(components);
    }

    @Override
    public String getPageTitle() {
        return heading.getText() + " · Cabildo";
    }
}
