package org.cabildo.admin.operation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Predicate;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.Under;
import org.cabildo.admin.words.Words;
import org.cabildo.operation.Order;

/** All that is known of one order; one that failed can be tried again from here. */
class OrderDialog extends Dialog {

    private final DescriptionList facts = new DescriptionList();
    final Button again = new Button(Words.of("batch.retry"));

    /** @param retry lets it wait again; false if a rule refused */
    OrderDialog(Order order, Portals portals, Predicate<Order> retry) {
        setHeaderTitle(order.name());
        setWidth("min(40rem, 96vw)");
        facts.addClassName("facts");
        fact("orders.kind", Words.of(order.kind()));
        facts.add(
                new DescriptionList.Term(Words.of("governments.state")),
                new DescriptionList.Description(OrdersView.state(order)));
        fact("governments.kind", Words.of(order.tenantKind()));
        fact("preview.slug", order.slug());
        fact("orders.by", order.requestedBy());
        fact("orders.when", Words.of(order.requestedAt(), OrdersView.CAPITAL));
        order.endedAt().ifPresent(end -> fact("orders.ended", Words.of(end, OrdersView.CAPITAL)));
        order.took().ifPresent(took -> fact("orders.took", Words.of(took)));
        fact("orders.attempts", Words.number(order.attempts()));
        add(facts);
        if (order.state() == Order.Outcome.FAILED) {
            add(failure(order));
            again.addThemeVariants(ButtonVariant.PRIMARY);
            again.setDisableOnClick(true);
            again.addClickListener(_ -> {
                if (retry.test(order)) {
                    close();
                } else {
                    again.setEnabled(true);
                }
            });
        }
        var batch = new Anchor("nacional/ordenes?lote=" + order.batch(), Words.of("orders.batch"));
        var links = new Div(batch);
        links.addClassName("actions");
        if (order.state() == Order.Outcome.DONE) {
            links.add(portals.link(order.slug(), order.name()));
        }
        batch.getElement().addEventListener("click", _ -> close());
        add(links);
        getFooter().add(new Button(Words.of("close"), _ -> close()));
        if (order.state() == Order.Outcome.FAILED) {
            getFooter().add(again);
        }
    }

    private void fact(String name, String value) {
        facts.add(new DescriptionList.Term(Words.of(name)), new DescriptionList.Description(value));
    }

    private static Div failure(Order order) {
        var why = new Paragraph(Words.why(order.cause(), order.reason()));
        why.addClassName("bad");
        var box = new Div(why);
        box.addClassName("panel");
        order.reason().ifPresent(reason -> {
            var raw = new Under(Words.of("orders.raw", reason));
            box.add(raw);
        });
        return box;
    }
}
