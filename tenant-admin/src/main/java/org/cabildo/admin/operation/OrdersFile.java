package org.cabildo.admin.operation;

import java.util.ArrayList;
import java.util.List;
import org.cabildo.admin.words.Words;
import org.cabildo.operation.Order;

/** The list of orders as a table to take along. */
final class OrdersFile {

    private OrdersFile() {}

    /** The heads, then a line for each order. */
    static List<List<String>> rows(List<Order> orders) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "nombre",
                "direccion",
                "tipo",
                "estado",
                "intentos",
                "pedida_por",
                "pedida",
                "terminada",
                "segundos",
                "motivo",
                "detalle",
                "lote"));
        orders.forEach(order -> rows.add(List.of(
                order.name(),
                order.slug(),
                Words.of(order.kind()),
                Words.of(order.state()),
                Integer.toString(order.attempts()),
                order.requestedBy(),
                order.requestedAt().toString(),
                order.endedAt().map(Object::toString).orElse(""),
                order.took().map(took -> Long.toString(took.toSeconds())).orElse(""),
                order.state() == Order.Outcome.FAILED ? Words.why(order.cause(), order.reason()) : "",
                order.reason().orElse(""),
                order.batch().toString())));
        return rows;
    }
}
