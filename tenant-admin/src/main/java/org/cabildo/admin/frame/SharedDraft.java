package org.cabildo.admin.frame;

import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.cabildo.kernel.Refused;

/**
 * A draft that two officers may say at the same time: whoever saves second is told, and decides.
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
    private final Supplier<Seen<D>> look;
    private final ObjIntConsumer<D> write;
    private int version;
    private int met;
    private Runnable told = () -> {};

    /**
     * @param form begins with what was seen
     * @param look reads how it stands now
     * @param write says it anew under the version that was seen, or refuses as stale
     */
    public SharedDraft(DraftForm<D> form, Seen<D> seen, Supplier<Seen<D>> look, ObjIntConsumer<D> write) {
        this.form = form;
        this.before = seen.said();
        this.version = seen.version();
        this.look = look;
        this.write = write;
    }

    /**
     * Keeps what is typed.
     *
     * @throws Refused if a rule does not take it, or another officer saved meanwhile
     */
    public void keep() {
        say(form.said());
    }

    /** Says again what was said before. */
    void back() {
        say(before);
    }

    private void say(D said) {
        try {
            write.accept(said, version);
        } catch (Refused refused) {
            if (refused.code().equals("stale")) {
                told.run();
            }
            throw refused;
        }
        version = look.get().version();
    }

    void whenAnotherSaved(Runnable tell) {
        told = tell;
    }

    /** What the other officer saved; this person is about to know it. */
    Differences meet() {
        var theirs = look.get();
        met = theirs.version();
        return form.differences(theirs.said());
    }

    /** What is typed may replace what this person was shown, and nothing newer. */
    void overrule() {
        version = met;
    }
}
