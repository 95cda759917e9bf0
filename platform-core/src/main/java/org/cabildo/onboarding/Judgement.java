package org.cabildo.onboarding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cabildo.calendar.Government;
import org.cabildo.identity.People;
import org.cabildo.kernel.HostName;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Slug;

/** Judges a list line by line, against the nation's governments, what is taken, and the lines before. */
final class Judgement {

    private final Register register;
    private final Taken taken;
    private final boolean synthetic;
    private final Map<String, Integer> lineOfCode = new HashMap<>();
    private final Map<String, Integer> lineOfSlug = new HashMap<>();
    private final Map<String, Integer> lineOfHost = new HashMap<>();

    /** @param synthetic whether the person wants invented governments too */
    Judgement(Register register, Taken taken, boolean synthetic) {
        this.register = register;
        this.taken = taken;
        this.synthetic = synthetic;
    }

    Preview of(List<Entry> entries) {
        return new Preview(entries.stream().map(this::line).toList());
    }

    private Line line(Entry entry) {
        var notes = new ArrayList<>(entry.notes());
        var problems = new ArrayList<>(entry.problems());
        var code = repaired(entry.wanted().code(), notes::add);
        var government = register.find(code);
        boolean first = true;
        if (!entry.spoiled().contains(Column.CODE)) {
            first = judgeCode(code, government, entry.number(), problems::add);
        }
        if (!entry.spoiled().contains(Column.ADMINISTRATOR)) {
            judgeAdministrator(entry.wanted().administrator(), problems::add);
        }
        var slug = judgedSlug(entry, government, first, problems::add);
        var host = Optional.of(entry.wanted().host())
                .filter(text -> !text.isEmpty() && !entry.spoiled().contains(Column.HOST))
                .map(text -> judgedHost(text, entry.number(), problems::add));
        var template = judgedTemplate(entry, problems::add);
        return new Line(
                entry.number(),
                entry.text(),
                code,
                government,
                entry.wanted().administrator().toLowerCase(Locale.ROOT),
                slug,
                host,
                template,
                notes,
                problems);
    }

    /** Spreadsheets drop the zero in front of the codes of regions 01 to 09. */
    private String repaired(String code, Consumer<Note> notes) {
        var padded = "0" + code;
        if (code.matches("[1-9]|[1-9][0-9]{3}") && register.answeringFor(padded).isPresent()) {
            notes.accept(Note.of("onboarding.note.zero", code, padded));
            return padded;
        }
        return code;
    }

    /** @return whether the address that comes with the code may be judged: this line is the first that may have it */
    private boolean judgeCode(String code, Optional<Government> found, int number, Consumer<Problem> problems) {
        if (found.isEmpty()) {
            problems.accept(unknown(code));
            return false;
        }
        var government = found.get();
        boolean first = true;
        if (government.synthetic() && !synthetic) {
            problems.accept(Problem.of("onboarding.code.fictional", code, government.name()));
        }
        var before = lineOfCode.putIfAbsent(code, number);
        if (before != null) {
            problems.accept(Problem.of("onboarding.code.duplicate", code, before));
            first = false;
        }
        if (taken.onboarded().contains(code)) {
            problems.accept(Problem.of("onboarding.code.onboarded", code, government.name()));
            first = false;
        } else if (taken.waiting().contains(code)) {
            problems.accept(Problem.of("onboarding.code.waiting", code, government.name()));
            first = false;
        }
        return first;
    }

    private Problem unknown(String code) {
        if (code.isEmpty()) {
            return Problem.of("onboarding.code.missing");
        }
        return register.answeringFor(code)
                .map(other -> Problem.of("onboarding.code.administered", code, other.code(), other.name()))
                .orElseGet(() -> Problem.of("onboarding.code.unknown", code));
    }

    private static void judgeAdministrator(String email, Consumer<Problem> problems) {
        if (email.isEmpty()) {
            problems.accept(Problem.of("onboarding.administrator.missing"));
            return;
        }
        try {
            People.address(email);
        } catch (Refused refused) {
            problems.accept(new Problem(refused.code(), refused.arguments()));
        }
    }

    /** The address asked for, or the government's own; the latter is judged on the first line that may have it. */
    private String judgedSlug(Entry entry, Optional<Government> government, boolean first, Consumer<Problem> problems) {
        if (entry.spoiled().contains(Column.SLUG)) {
            return "";
        }
        boolean asked = !entry.wanted().slug().isEmpty();
        var slug =
                asked ? entry.wanted().slug() : government.map(Government::slug).orElse("");
        if (asked || (first && !slug.isEmpty())) {
            judgeSlug(slug, government, entry.number(), problems);
        }
        return slug;
    }

    private void judgeSlug(String slug, Optional<Government> government, int number, Consumer<Problem> problems) {
        try {
            new Slug(slug);
        } catch (Refused refused) {
            problems.accept(new Problem(refused.code(), refused.arguments()));
            return;
        }
        var owner = register.addressed(slug).filter(other -> !Optional.of(other).equals(government));
        if (owner.isPresent()) {
            problems.accept(
                    Problem.of("onboarding.slug.belongs", slug, owner.get().name()));
            return;
        }
        if (taken.slugs().contains(slug)) {
            problems.accept(Problem.of("onboarding.slug.taken", slug));
            return;
        }
        var before = lineOfSlug.putIfAbsent(slug, number);
        if (before != null) {
            problems.accept(Problem.of("onboarding.slug.duplicate", slug, before));
        }
    }

    private static String judgedTemplate(Entry entry, Consumer<Problem> problems) {
        var template = entry.wanted().template().toLowerCase(Locale.ROOT);
        if (template.isEmpty() || entry.spoiled().contains(Column.TEMPLATE)) {
            return Templates.DEFAULT;
        }
        if (!Templates.ALL.contains(template)) {
            problems.accept(Problem.of("onboarding.template.unknown", template, String.join(", ", Templates.ALL)));
        }
        return template;
    }

    private String judgedHost(String text, int number, Consumer<Problem> problems) {
        String host;
        try {
            host = HostName.of(text).value();
        } catch (Refused refused) {
            problems.accept(Problem.of("onboarding.host.shape", text));
            return text;
        }
        if (taken.hosts().contains(host)) {
            problems.accept(Problem.of("onboarding.host.taken", host));
        } else {
            var before = lineOfHost.putIfAbsent(host, number);
            if (before != null) {
                problems.accept(Problem.of("onboarding.host.duplicate", host, before));
            }
        }
        return host;
    }
}
