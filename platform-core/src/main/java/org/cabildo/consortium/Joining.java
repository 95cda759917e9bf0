package org.cabildo.consortium;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cabildo.consortium.MemberBook.Pair;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.HttpsAddress;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.cabildo.ledger.Facts;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How the tenant in scope answers a consortium that asked it, and leaves it: an administrator's to decide. */
@Service
public class Joining {

    static final ZoneId CAPITAL = ZoneId.of("America/Santiago");
    static final int LONGEST_SOURCE = 400;
    private static final int REPEATED = 100;
    private final MemberBook book;
    private final Clock clock;

    Joining(MemberBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /**
     * On what a tenant joins.
     *
     * @param day of the founding document; not in the future
     * @param source its name and number: 1 to 400 characters
     * @param link https address where it can be read; empty: it is nowhere on the web
     */
    public record Grounds(@Nullable LocalDate day, String source, String link) {}

    /** Every consortium that asked the tenant in scope, by name, whatever was answered. */
    public List<MemberLine> all() {
        Officer.require(Role.READER);
        return book.ofMember(TenantScope.tenant());
    }

    /** All that ever stood in some way to the consortium in scope, by name; nobody in any other tenant. */
    public List<MemberLine> members() {
        Officer.require(Role.READER);
        return book.ofConsortium(TenantScope.tenant());
    }

    /**
     * Joins a consortium.
     *
     * @throws Refused if it is not asked any more, or the founding document is not named
     * @throws org.cabildo.kernel.Unknown if it never was
     */
    public void accept(TenantId consortium, Grounds grounds) {
        Officer.require(Role.ADMINISTRATOR);
        var day = grounds.day();
        if (day == null) {
            throw new Refused("consortium.joined", "Give the day on which the members joined.");
        }
        if (day.isAfter(LocalDate.now(clock.withZone(CAPITAL)))) {
            throw new Refused("consortium.joined.future", "The day of the founding document is in the future.");
        }
        var source = source(grounds.source());
        var link = link(grounds.link());
        var pair = new Pair(consortium, TenantScope.tenant());
        book.within(() -> {
            book.join(pair, day, source, link); // taken back with all else if the step is refused
            book.take(
                    MemberStep.ACCEPT,
                    pair,
                    "",
                    new Facts()
                            .with("joined", day.toString())
                            .hashed("source", source)
                            .with("link", link));
            return true;
        });
    }

    /**
     * Does not join.
     *
     * @param reason up to 1,000 characters; empty: none is given
     */
    public void decline(TenantId consortium, String reason) {
        answer(MemberStep.DECLINE, consortium, reason);
    }

    /**
     * Leaves a consortium. What it led stays as published until an amendment says what becomes of it.
     *
     * @param reason 10 to 1,000 characters, for the public
     */
    public void leave(TenantId consortium, String reason) {
        answer(MemberStep.LEAVE, consortium, reason);
    }

    private void answer(MemberStep step, TenantId consortium, String reason) {
        Officer.require(Role.ADMINISTRATOR);
        var pair = new Pair(consortium, TenantScope.tenant());
        book.within(() -> {
            book.take(step, pair, reason, new Facts());
            return true;
        });
    }

    /** The founding document's name. */
    static String source(String typed) {
        var source = typed.strip();
        if (source.isEmpty()) {
            throw new Refused("consortium.source", "Say where that day is written.");
        }
        return Texts.within(LONGEST_SOURCE, "consortium.source.long", source);
    }

    private static @Nullable String link(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        var shown = Texts.shortened(text, REPEATED);
        return HttpsAddress.typed(text)
                .orElseThrow(() -> new Refused(
                        "consortium.link",
                        "The address of a document begins with https:// and has at most 2,000 characters, but was «%s»."
                                .formatted(shown),
                        shown));
    }
}
