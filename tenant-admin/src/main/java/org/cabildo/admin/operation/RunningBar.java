package org.cabildo.admin.operation;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.cabildo.admin.frame.Under;
import org.cabildo.admin.words.Words;
import org.cabildo.operation.Running;

/** How far orders have come that were placed together. */
final class RunningBar extends Div {

    RunningBar(Running one) {
        addClassName("panel");
        var sentence = Words.of("orders.running", Words.of(one.kind()), one.ended(), one.total(), one.failed());
        var bar = new ProgressBar(0, one.total(), one.ended());
        bar.getElement().setAttribute("aria-label", sentence);
        var by = new Under(
                Words.of("orders.running.by", one.requestedBy(), Words.of(one.requestedAt(), OrdersView.CAPITAL)));
        var whole = new Anchor(OrdersView.PATH + "?lote=" + one.batch(), Words.of("orders.running.show"));
        whole.addClassName("cell-link");
        add(new Paragraph(sentence), bar, new Div(by, whole));
    }
}
