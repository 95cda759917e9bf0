package org.cabildo.admin.frame;

import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.cabildo.kernel.Refused;

/**
 * A draft that two officers may say at the same time. What they say in different fields stands from both; where both
 * changed the same, whoever saves second is told and chooses.
 *
 * @param <D> what is said
 */
public final class SharedDraft<D> {

    /**
     * A draft as it stands.
     *
     * @param version to be given back with a change
     */
    public record Seen<D>(D said, int version) {}

    private final DraftForm<D> form;
    private final D before;
    private D last; // what was said from here
    private final Supplier<Seen<D>> look;
    private final ObjIntConsumer<D> write;
    private Seen<D> seen;
    private Differences open = new Differences();
    private List<String> taken = List.of();
    private Seen<D> met;
    private Runnable told = () -> {};

    /**
     * @param form begins with what was seen
     * @param look reads how it stands now
     * @param write says it anew under the version that was seen, or refuses as stale
     */
    public SharedDraft(DraftForm<D> form, Seen<D> seen, Supplier<Seen<D>> look, ObjIntConsumer<D> write) {
        this.form = form;
        this.before = seen.said();
        this.last = before;
        this.seen = seen;
        this.met = seen;
        this.look = look;
        this.write = write;
    }

    /**
     * Keeps what is typed, with what another officer saved meanwhile in other fields.
     *
     * @throws Refused if a rule does not take it, or another officer changed the same meanwhile
     */
    public void keep() {
        try {
            say(form.said());
        } catch (Refused refused) {
            if (!refused.code().equals("stale") || !open.isEmpty()) {
                throw refused;
            }
            met = look.get();
            open = form.differences(met.said());
            taken = open.takeOver(form.differences(seen.said()));
            if (!open.isEmpty()) {
                told.run();
                throw refused;
            }
            overrule();
            var both = taken;
            keep();
            RacePanel.tell(both);
        }
    }

    /** Says again what was said before. */
    void back() {
        var undone = last;
        say(before);
        last = undone;
    }

    /** Says once more what {@link #back} took away. */
    void again() {
        say(last);
    }

    private void say(D said) {
        write.accept(said, seen.version());
        last = said;
        seen = look.get();
    }

    void whenAnotherSaved(Runnable tell) {
        told = tell;
    }

    /** What the other officer saved where this one changed the same. */
    Differences open() {
        return open;
    }

    /** The fields that only the other officer changed, which say that here too now. */
    List<String> taken() {
        return taken;
    }

    /** What is typed may replace what this person was shown, and nothing newer. */
    void overrule() {
        seen = met;
        open = new Differences();
    }
}
