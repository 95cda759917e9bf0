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

    /** What stands over a field that somebody types in grows without pushing it away; further down the browser sees to it. */
    private static final String STAYS = """
            const head = this;
            let [width, height] = [head.offsetWidth, head.offsetHeight];
            const scroller = (each = head) => !each || /auto|scroll/.test(getComputedStyle(each).overflowY)
              ? each ?? document.scrollingElement
              : scroller(each.assignedSlot ?? each.parentElement ?? each.getRootNode().host);
            new ResizeObserver(() => {
              const grown = head.offsetWidth === width ? head.offsetHeight - height : 0;
              [width, height] = [head.offsetWidth, head.offsetHeight];
              const field = document.activeElement;
              const typing = field?.matches('input, textarea') && head.parentElement?.contains(field) && !head.contains(field);
              const box = typing && grown > 0 && scroller();
              if (box && box.scrollTop === 0) box.scrollTop = grown;
            }).observe(head);
            """;

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
        addAttachListener(_ -> head.getElement().executeJs(STAYS));
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

    /** Goes on from its heading, in view. */
    protected final void goOnAtItsHead() {
        getElement().executeJs("this.scrollIntoView({block: 'start'})");
        FocusKeeper.goOnAt(heading);
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
