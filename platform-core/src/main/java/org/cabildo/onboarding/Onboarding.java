package org.cabildo.onboarding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cabildo.calendar.Government;
import org.cabildo.calendar.Governments;
import org.cabildo.identity.Officer;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.TenantOrders;
import org.cabildo.tenancy.TenantScope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings governments aboard, for national coordinators: judges a list, writes orders for the worker, follows them.
 * For everybody else every method throws {@link Unknown}.
 */
@Service
public class Onboarding {

    private final Governments governments;
    private final NationalList list;
    private final OrderBook book;
    private final TenantOrders orders;
    private final TransactionTemplate transaction;

    Onboarding(
            Governments governments,
            NationalList list,
            OrderBook book,
            TenantOrders orders,
            TransactionTemplate transaction) {
        this.governments = governments;
        this.list = list;
        this.book = book;
        this.orders = orders;
        this.transaction = transaction;
    }

    /**
     * Judges a file line by line; applies nothing.
     *
     * @param file CSV: {@code codigo;correo_administrador[;slug;dominio;plantilla]}
     * @param synthetic whether invented governments are wanted too
     * @throws Refused if the file as a whole cannot be read
     */
    public Preview preview(byte[] file, boolean synthetic) {
        Officer.current().requireNationalCoordinator();
        return judged(OnboardingList.read(file), synthetic);
    }

    /**
     * Judges what was typed or selected on screen; applies nothing. Lines are numbered from 1.
     *
     * @param synthetic whether invented governments are wanted too
     */
    public Preview previewOf(List<Wanted> wanted, boolean synthetic) {
        Officer.current().requireNationalCoordinator();
        return judged(typed(wanted), synthetic);
    }

    /**
     * Judges a selection of the national list; applies nothing. Lines are numbered from 1.
     *
     * @param administrator e-mail of the first administrator of each of them
     * @param template pillar template of each of them; empty: the default
     * @param synthetic whether invented governments are wanted too
     */
    public Preview previewOf(Collection<String> codes, String administrator, String template, boolean synthetic) {
        return previewOf(
                codes.stream()
                        .map(code -> Wanted.of(code, administrator, template))
                        .toList(),
                synthetic);
    }

    /**
     * Orders the chosen lines; the worker makes the tenants.
     *
     * @param chosen numbers of lines without problems
     * @return the batch to follow with {@link #progress}
     * @throws Refused if nothing or a line with a problem was chosen, or if something was taken since the preview; then
     *     nothing at all is ordered
     */
    public UUID order(Preview preview, Collection<Integer> chosen) {
        var officer = Officer.current().requireNationalCoordinator();
        var lines = preview.chosen(chosen);
        var batch = Ids.next();
        var register = register();
        try {
            TenantScope.runPlatform(() -> transaction.executeWithoutResult(_ -> {
                refuseTaken(lines, register);
                lines.forEach(line -> orders.place(batch, order(line), officer.name()));
            }));
        } catch (DuplicateKeyException race) {
            throw new Refused(
                    "onboarding.order.race",
                    "Somebody ordered one of these governments at this moment. Look at the preview again.");
        }
        orders.announce();
        return batch;
    }

    /** Orders every line without problems. */
    public UUID orderSound(Preview preview) {
        return order(preview, preview.sound().stream().map(Line::number).toList());
    }

    /** How far a batch has come. @throws Unknown if there is no such batch */
    public Progress progress(UUID batch) {
        Officer.current().requireNationalCoordinator();
        return TenantScope.platform(() -> book.progress(batch));
    }

    /**
     * Lets a failed order wait again.
     *
     * @throws Unknown if there is no such order
     * @throws Refused if it did not fail, or if what it asks for was taken meanwhile
     */
    public void retry(UUID order) {
        Officer.current().requireNationalCoordinator();
        try {
            TenantScope.runPlatform(() -> transaction.executeWithoutResult(_ -> book.reopen(order)));
        } catch (DuplicateKeyException race) {
            throw new Refused("onboarding.order.race", "Somebody ordered this government at this moment.");
        }
        orders.announce();
    }

    /** The part of the national list that is wanted. */
    public List<Standing> states(StandingSearch search, StandingSlice slice) {
        Officer.current().requireNationalCoordinator();
        return list.page(search, slice);
    }

    /** How many governments the search finds. */
    public int count(StandingSearch search) {
        Officer.current().requireNationalCoordinator();
        return list.count(search);
    }

    /** How many of those the search finds are in each state; the state it asks for is left aside. */
    public Map<Standing.State, Integer> tally(StandingSearch search) {
        Officer.current().requireNationalCoordinator();
        return list.tally(search);
    }

    /**
     * How far governments have come, by region.
     *
     * @param fictional the invented ones instead of the real
     */
    public Funnel funnel(boolean fictional) {
        Officer.current().requireNationalCoordinator();
        return list.funnel(fictional);
    }

    private Preview judged(List<Entry> entries, boolean synthetic) {
        return new Judgement(register(), TenantScope.platform(book::taken), synthetic).of(entries);
    }

    private Register register() {
        return new Register(
                Stream.concat(governments.all().stream(), governments.fictional().stream())
                        .toList(),
                governments::answeringFor);
    }

    private static List<Entry> typed(List<Wanted> wanted) {
        var entries = new ArrayList<Entry>();
        for (var one : wanted) {
            entries.add(Entry.typed(entries.size() + 1, one));
        }
        return entries;
    }

    /** Judges again inside the transaction: the preview may be minutes old. */
    private void refuseTaken(List<Line> lines, Register register) {
        var again = lines.stream()
                .map(line -> Entry.typed(
                        line.number(),
                        new Wanted(
                                line.code(),
                                line.administrator(),
                                line.slug(),
                                line.host().orElse(""),
                                line.template())))
                .toList();
        new Judgement(register, book.taken(), true)
                .of(again).unsound().stream().findFirst().ifPresent(line -> {
                    var name = line.government().map(Government::name).orElse(line.code());
                    throw new Refused(
                            "onboarding.order.meanwhile",
                            "Line %d, %s: its code, address or host was taken meanwhile. Look at the preview again."
                                    .formatted(line.number(), name),
                            line.number(),
                            name);
                });
    }

    private static TenantOrders.Onboard order(Line line) {
        var government = line.government().orElseThrow();
        return new TenantOrders.Onboard(
                government.kind(),
                government.name(),
                line.slug(),
                line.host().orElse(null),
                government.code(),
                government.regionCode(),
                government.timeZone(),
                government.synthetic(),
                line.administrator(),
                line.template(),
                List.of());
    }
}
