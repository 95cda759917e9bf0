package org.cabildo.admin.onboarding;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Officer;
import org.cabildo.onboarding.Batch;
import org.cabildo.onboarding.Onboarding;

/** The latest batches of orders. */
@Route(value = "nacional/ordenes", layout = OfficeLayout.class)
@PermitAll
class BatchesView extends Page {

    private static final ZoneId CAPITAL = ZoneId.of("America/Santiago");

    BatchesView(Onboarding onboarding) {
        super(Words.of("nav.batches"));
        Officer.current().requireNationalCoordinator();
        var batches = onboarding.recentBatches();
        if (batches.isEmpty()) {
            add(new Paragraph(Words.of("batches.none")));
            return;
        }
        var grid = new Grid<Batch>();
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", Words.of("nav.batches"));
        grid.addColumn(new ComponentRenderer<>(BatchesView::when))
                .setHeader(Words.of("batches.when"))
                .setFlexGrow(2);
        grid.addColumn(batch -> Words.of("batch.summary", batch.done(), batch.total(), batch.failed()))
                .setHeader(Words.of("batches.result"))
                .setFlexGrow(2);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItems(batches);
        add(grid);
    }

    private static Div when(Batch batch) {
        var by = new Span(batch.requestedBy());
        by.addClassName("cell-under");
        var link = new Anchor("nacional/ordenes/" + batch.id(), Words.of(batch.requestedAt(), CAPITAL));
        link.addClassName("cell-link");
        return new Div(link, by);
    }
}
