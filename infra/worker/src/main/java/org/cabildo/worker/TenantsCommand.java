package org.cabildo.worker;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cabildo.tenancy.Provisioning;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantOrders;
import org.cabildo.tenancy.TenantStates;
import org.cabildo.tenancy.Tenants;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * The operator's commands about tenants: {@code tenants}, {@code tenants migrate}, {@code retry}, {@code renew}, {@code
 * figures}.
 */
@Component
class TenantsCommand {

    static final String NAME = "tenants";
    private static final String USAGE = """
            tenants            show how every tenant stands
            tenants migrate    order the migration of every tenant whose schema is behind
            tenants retry      let failed orders wait for another try
            tenants renew      give every tenant's database logins new passwords
            tenants renew <address> …   the same for these tenants only
            tenants figures    count all figures anew from published data, name and mend what differs
            """;
    private static final String REQUESTED_BY = "command line";
    private final TenantStates states;
    private final TenantOrders orders;
    private final Tenants tenants;
    private final Provisioning provisioning;
    private final FigureCheck figures;

    TenantsCommand(
            TenantStates states, TenantOrders orders, Tenants tenants, Provisioning provisioning, FigureCheck figures) {
        this.states = states;
        this.orders = orders;
        this.tenants = tenants;
        this.provisioning = provisioning;
        this.figures = figures;
    }

    /**
     * Does what the words say.
     *
     * @param words after {@code tenants}
     * @return the exit code: 0 done, 1 figures differed or a tenant was not served, 2 not understood
     */
    int run(List<String> words, PrintStream out) {
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "" -> show(out);
            case "migrate" ->
                say(out, "%d migrations ordered; the worker does them.", orders.placeMigrations(REQUESTED_BY));
            case "retry" -> say(out, "%d failed orders wait again; the worker does them.", orders.retryFailed());
            case "renew" -> renew(words.subList(1, words.size()), out);
            case "figures" -> figures.run(out) ? 0 : 1;
            default -> {
                out.print(USAGE);
                yield 2;
            }
        };
    }

    private int show(PrintStream out) {
        var lines = states.all();
        var table = new ArrayList<List<String>>();
        table.add(List.of("ADDRESS", "NAME", "KIND", "STATE", "SCHEMA", "REASON"));
        for (var line : lines) {
            table.add(List.of(
                    line.slug(),
                    line.name(),
                    line.kind().name(),
                    line.state().name(),
                    line.schemaVersion() == 0 ? "-" : Integer.toString(line.schemaVersion()),
                    Objects.requireNonNullElse(line.reason(), "")));
        }
        print(table, out);
        var counts = lines.stream()
                .collect(Collectors.groupingBy(TenantStates.Line::state, TreeMap::new, Collectors.counting()));
        return say(out, "%n%d tenants %s", lines.size(), counts);
    }

    private static void print(List<List<String>> table, PrintStream out) {
        var widths = IntStream.range(0, table.getFirst().size())
                .map(column -> table.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (var row : table) {
            out.println(IntStream.range(0, row.size())
                    .mapToObj(column -> row.get(column)
                            + " ".repeat(widths[column] - row.get(column).length()))
                    .collect(Collectors.joining("  "))
                    .stripTrailing());
        }
    }

    private int renew(List<String> slugs, PrintStream out) {
        var all = tenants.all();
        var known = all.stream().map(Tenant::slug).collect(Collectors.toSet());
        var unknown = slugs.stream().filter(slug -> !known.contains(slug)).toList();
        if (!unknown.isEmpty()) {
            say(out, "Nothing was renewed: no tenant has the address %s.", String.join(", ", unknown));
            return 2;
        }
        var chosen = all.stream()
                .filter(tenant -> slugs.isEmpty() || slugs.contains(tenant.slug()))
                .toList();
        long renewed = chosen.stream().filter(tenant -> renew(tenant, out)).count();
        say(out, "The logins of %d tenants have new passwords.", renewed);
        return renewed == chosen.size() ? 0 : 1;
    }

    /** One that fails keeps its old passwords and keeps nobody else from new ones. */
    private boolean renew(Tenant tenant, PrintStream out) {
        try {
            provisioning.renewPasswords(tenant.id());
            return true;
        } catch (IllegalStateException e) {
            var why = NestedExceptionUtils.getMostSpecificCause(e);
            say(out, "%s keeps its old passwords: %s", tenant.slug(), String.valueOf(why.getMessage()));
            return false;
        }
    }

    @FormatMethod
    private static int say(PrintStream out, @FormatString String sentence, Object... named) {
        out.println(sentence.formatted(named));
        return 0;
    }
}
