package org.cabildo.worker;

import org.cabildo.tenancy.VitalSigns;
import org.springframework.stereotype.Component;

/** What the worker tells of its work with each heartbeat. */
@Component
class WorkerSigns implements VitalSigns {

    private final OrderRounds orders;
    private final DeliveryRounds deliveries;
    private final MailSettings mail;

    WorkerSigns(OrderRounds orders, DeliveryRounds deliveries, MailSettings mail) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.mail = mail;
    }

    @Override
    public Work now() {
        var server = mail.server().isPresent();
        var swept = deliveries.swept();
        return swept == null
                ? new Work(orders.everWorked(), server, 0, null, 0, null)
                : new Work(
                        orders.everWorked(),
                        server,
                        swept.found().waiting(),
                        swept.found().oldest(),
                        swept.found().stuck(),
                        swept.at());
    }
}
