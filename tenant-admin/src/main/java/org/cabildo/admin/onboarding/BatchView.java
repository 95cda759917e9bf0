package org.cabildo.admin.onboarding;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Narrow;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.Under;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Officer;
import org.cabildo.kernel.Unknown;
import org.cabildo.onboarding.Onboarding;
import org.cabildo.onboarding.OrderLine;
import org.cabildo.onboarding.Progress;
import org.jspecify.annotations.Nullable;

/** Follows a batch of orders to its end; what failed says why and can be tried again. */
@Route(value = "nacional/ordenes/:batch", layout = OfficeLayout.class)
@PermitAll
class BatchView extends Page implements BeforeEnterObserver {

    private static final int FEW = 12;
    private static final int OFTEN = (int) Duration.ofSeconds(1).toMillis();
    private final transient Onboarding onboarding;
    private final transient Portals portals;
    private final Anchor list = new Anchor("nacional", Words.of("batch.list"));
    final ProgressBar bar = new ProgressBar();
    final Paragraph summary = new Paragraph();
    final Grid<OrderLine> grid = new Grid<>();
    private @Nullable UUID batch;
    private @Nullable Registration polling;

    BatchView(Onboarding onboarding, Portals portals) {
        super(Words.of("batch.title"));
        Officer.current().requireNationalCoordinator();
        this.onboarding = onboarding;
        this.portals = portals;
        actions(list, new Anchor("nacional/ordenes", Words.of("nav.batches")));
        bar.getElement().setAttribute("aria-label", Words.of("batch.progress"));
        summary.getElement().setAttribute("role", "status");
        add(bar, summary, table());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        batch = event.getRouteParameters()
                .get("batch")
                .map(BatchView::number)
                .orElseThrow(() -> new Unknown("batch", "–"));
        show();
    }

    static UUID number(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Unknown("batch", text);
        }
    }

    private Grid<OrderLine> table() {
        grid.addClassName("tall");
        grid.getElement().setAttribute("aria-label", Words.of("batch.title"));
        grid.addColumn(new ComponentRenderer<>(this::name))
                .setHeader(Words.of("governments.name"))
                .setFlexGrow(2);
        var slug = grid.addColumn(OrderLine::slug).setHeader(Words.of("preview.slug"));
        grid.addColumn(new ComponentRenderer<>(this::state))
                .setHeader(Words.of("governments.state"))
                .setWidth("11rem")
                .setFlexGrow(0);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        Narrow.follow(this, narrow -> slug.setVisible(!narrow));
        return grid;
    }

    Div name(OrderLine line) {
        var name = new Span(line.name());
        name.addClassName("cell-title");
        var cell = new Div(name);
        if (line.state() == OrderLine.State.DONE) {
            cell.add(portals.link(line.slug(), line.name()));
            line.administrator().ifPresent(email -> cell.add(new Under(Words.of("batch.invited", email))));
        }
        if (line.state() == OrderLine.State.FAILED || line.reason().isPresent()) {
            var why = new Under(Words.why(line.cause(), line.reason()));
            why.addClassName("bad");
            cell.add(why);
        }
        return cell;
    }

    private Div state(OrderLine line) {
        var cell = new Div(new Badge(
                Words.of(line.state()),
                switch (line.state()) {
                    case DONE -> Badge.Tone.GOOD;
                    case WAITING -> Badge.Tone.BUSY;
                    case FAILED -> Badge.Tone.BAD;
                }));
        if (line.state() == OrderLine.State.FAILED) {
            var again = new Button(Words.of("batch.retry"), _ -> retry(line));
            again.setAriaLabel(Words.of("batch.retry.of", line.name()));
            cell.add(again);
        }
        return cell;
    }

    private void retry(OrderLine line) {
        if (Attempt.to(() -> onboarding.retry(line.id())).succeeds()) {
            show();
        }
    }

    private void show() {
        if (batch == null) {
            return;
        }
        var progress = onboarding.progress(batch);
        if (progress.total() == 0) {
            throw new Unknown("batch", batch);
        }
        title(Words.of(title(progress)));
        bar.setMax(progress.total());
        bar.setValue(progress.done() + progress.failed());
        summary.setText(summary(progress));
        if (isConsortium(progress)) {
            list.setHref("nacional/consorcios");
            list.setText(Words.of("nav.consortia"));
        }
        grid.setAllRowsVisible(progress.total() <= FEW);
        grid.setItems(progress.lines());
        follow(progress);
    }

    private static boolean isConsortium(Progress progress) {
        return progress.lines().stream().noneMatch(line -> line.asked().isEmpty());
    }

    static String summary(Progress progress) {
        if (isConsortium(progress) && progress.done() == progress.total()) {
            var asked = progress.lines().stream().flatMap(line -> line.asked().stream());
            return Words.of("batch.consortium.invited", asked.collect(Collectors.joining(", ")));
        }
        return Words.of("batch.summary", progress.done(), progress.total(), progress.failed());
    }

    static String title(Progress progress) {
        if (isConsortium(progress)) {
            return progress.isOver()
                    ? progress.failed() == 0 ? "batch.consortium.over" : "batch.consortium.failed"
                    : "batch.consortium";
        }
        if (!progress.isOver()) {
            return "batch.title";
        }
        return progress.failed() == 0 ? "batch.over" : "batch.over.failed";
    }

    private void follow(Progress progress) {
        var ui = UI.getCurrent();
        if (progress.isOver() && polling != null) {
            stop(ui);
        } else if (!progress.isOver() && polling == null) {
            ui.setPollInterval(OFTEN);
            polling = ui.addPollListener(_ -> show());
            addDetachListener(left -> {
                left.unregisterListener();
                stop(ui);
            });
        }
    }

    private void stop(UI ui) {
        ui.setPollInterval(-1);
        if (polling != null) {
            polling.remove();
            polling = null;
        }
    }
}
