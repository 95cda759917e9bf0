package org.cabildo.admin.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Invitation;
import org.cabildo.identity.Invitations;
import org.cabildo.identity.People.Colleague;
import org.cabildo.identity.Role;
import org.cabildo.mail.Fate;

/** A line of the list of people: somebody who works here, somebody who was invited to, or both. */
record PersonRow(Optional<Colleague> colleague, Optional<Invitations.Line> invited) {

    private static final Duration SOON = Duration.ofMinutes(10);

    /** What is said of where somebody stands, and what to do about it. */
    record Standing(String word, Badge.Tone tone, String text) {}

    /** Brings both lists together: who works here first, in their order. */
    static List<PersonRow> of(List<Colleague> colleagues, List<Invitations.Line> invitations) {
        var waiting = new HashMap<String, Invitations.Line>();
        invitations.forEach(line -> waiting.put(line.invitation().email(), line));
        var rows = new ArrayList<PersonRow>();
        for (var one : colleagues) {
            rows.add(new PersonRow(
                    Optional.of(one),
                    one.signedIn() ? Optional.empty() : Optional.ofNullable(waiting.remove(one.email()))));
        }
        invitations.stream()
                .filter(line -> waiting.containsKey(line.invitation().email()))
                .forEach(line -> rows.add(new PersonRow(Optional.empty(), Optional.of(line))));
        return rows;
    }

    String name() {
        return colleague.map(Colleague::name).orElseGet(() -> invitation().name());
    }

    String email() {
        return colleague.map(Colleague::email).orElseGet(() -> invitation().email());
    }

    Set<Role> roles() {
        return colleague.map(Colleague::roles).orElseGet(() -> invitation().roles());
    }

    /** Whether its letter may still change its standing by itself. */
    boolean isOnTheWay() {
        return invited.flatMap(Invitations.Line::letter)
                .filter(letter -> letter.state() == Fate.State.WAITING)
                .isPresent();
    }

    Standing standing(ZoneId zone, Clock clock) {
        if (invited.isEmpty()) {
            return colleague
                    .filter(Colleague::signedIn)
                    .map(one -> new Standing(
                            Words.of("people.active"),
                            Badge.Tone.GOOD,
                            one.invitedAs() == null ? "" : Words.of("people.invited.as", one.invitedAs())))
                    .orElseGet(() ->
                            new Standing(Words.of("people.granted"), Badge.Tone.BUSY, Words.of("people.granted.text")));
        }
        var invitation = invitation();
        var until = Words.of(invitation.expiresAt(), zone);
        if (invitation.state() == Invitation.State.EXPIRED) {
            return new Standing(Words.of("people.expired"), Badge.Tone.BAD, Words.of("people.expired.text", until));
        }
        return invited.flatMap(Invitations.Line::letter)
                .map(letter -> standing(letter, until, zone, clock.instant()))
                .orElseGet(() -> sent(until));
    }

    private static Standing standing(Fate letter, String until, ZoneId zone, Instant now) {
        var said = letter.failure();
        return switch (letter.state()) {
            case SENT, DROPPED -> sent(until);
            case REFUSED ->
                new Standing(
                        Words.of("people.refused"),
                        Badge.Tone.BAD,
                        said == null || said.isEmpty()
                                ? Words.of("people.refused.silent")
                                : Words.of("people.refused.text", said));
            case WAITING -> {
                if (said != null) {
                    yield new Standing(
                            Words.of("people.trying"),
                            Badge.Tone.BAD,
                            said.isEmpty()
                                    ? Words.of("people.trying.silent", letter.tries())
                                    : Words.of("people.trying.text", said, letter.tries()));
                }
                boolean late = letter.since().plus(SOON).isBefore(now);
                yield new Standing(
                        Words.of("people.waiting"),
                        late ? Badge.Tone.BAD : Badge.Tone.BUSY,
                        late ? Words.of("people.waiting.late", Words.of(letter.since(), zone)) : "");
            }
        };
    }

    private static Standing sent(String until) {
        return new Standing(Words.of("people.invited"), Badge.Tone.BUSY, Words.of("people.invited.text", until));
    }

    private Invitation invitation() {
        return invited.orElseThrow().invitation();
    }
}
