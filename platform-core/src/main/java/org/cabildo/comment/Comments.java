package org.cabildo.comment;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.commitment.Commitments;
import org.cabildo.consortium.published.MemberState;
import org.cabildo.consortium.published.Membership;
import org.cabildo.identity.Officer;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Role;
import org.cabildo.identity.Roster;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The talk about a commitment of the tenant in scope: whoever works there reads it and may write in it, whatever their
 * role. Who may be turned to is read from the platform before the tenant's transaction begins.
 */
@Service
public class Comments {

    /** Longer texts belong into a document, in characters. */
    public static final int LONGEST = 4_000;

    private static final int MOST_MENTIONS = 20;
    private final CommentRows rows;
    private final Commitments commitments;
    private final Roster roster;
    private final Membership membership;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Comments(
            CommentRows rows,
            Commitments commitments,
            Roster roster,
            Membership membership,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.commitments = commitments;
        this.roster = roster;
        this.membership = membership;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What was said of a commitment. From now on nothing of it waits for the person who acts.
     *
     * @throws Unknown if there is no such commitment
     */
    public Talk open(CommitmentId commitment) {
        var officer = Officer.require(Role.READER);
        var writable = !isSuspended(officer);
        return transaction.execute(_ -> {
            commitments.require(commitment);
            var said = rows.of(commitment, officer.person());
            rows.read(commitment, officer.person(), clock.instant());
            return new Talk(said, writable);
        });
    }

    /** Those that the person who acts may turn to, by name: whoever else may enter the tenant. */
    public List<Roster.Line> addressees() {
        var me = Officer.require(Role.READER).person();
        return roster.here().stream().filter(one -> !one.id().equals(me)).toList();
    }

    /** The commitments where somebody turned to the person who acts, the last first, until they open the talk. */
    public List<Waiting> waiting() {
        return rows.waiting(Officer.require(Role.READER).person());
    }

    /**
     * Says something. Those it turns to find it among what needs their attention, and get a letter that tells no more than
     * that, unless one waits for them already.
     *
     * @param text 1 to 4,000 characters
     * @param mentions whom it turns to, at most 20; the person who acts does not count
     * @throws Unknown if there is no such commitment, or if one of those mentioned does not work here
     * @throws Refused if the text is too short or too long, or whoever acts for a suspended member
     */
    public CommentId say(CommitmentId commitment, String text, Set<PersonId> mentions) {
        var officer = writer();
        var said = fitting(text);
        var mentioned = mentioned(officer, mentions);
        var id = new CommentId(Ids.next());
        transaction.executeWithoutResult(_ -> {
            commitments.require(commitment);
            rows.add(id, commitment, officer, said, clock.instant());
            mentioned.forEach(one -> rows.mention(id, one.id(), one.name()));
            if (!mentioned.isEmpty()) {
                events.publishEvent(new Mentioned(TenantScope.tenant(), id.value()));
            }
        });
        return id;
    }

    /**
     * Says a comment anew, until somebody else has written after it. Whom it turns to stays.
     *
     * @param text 1 to 4,000 characters
     * @throws Unknown if there is no such comment
     * @throws Refused if somebody else wrote it, or answered, or it is settled or was taken back
     */
    public void edit(CommentId id, String text) {
        var officer = writer();
        var said = fitting(text);
        transaction.executeWithoutResult(_ -> {
            var before = standing(id, officer);
            if (!before.mine()) {
                throw new Refused(
                        "comment.edit.other", "Only whoever wrote a comment says it anew: answer it instead.");
            }
            if (!before.isEditable()) {
                throw new Refused(
                        "comment.edit.answered",
                        "Others have answered this comment, or it is settled: write another one instead.");
            }
            if (!said.equals(before.text())) {
                rows.edit(id, said, clock.instant());
            }
        });
    }

    /**
     * Takes a comment back: its words and whom it turned to are gone, and that it was there stays.
     *
     * @throws Unknown if there is no such comment
     * @throws Refused if somebody else wrote it and the person who acts is no administrator
     */
    public void remove(CommentId id) {
        var officer = Officer.require(Role.READER);
        transaction.executeWithoutResult(_ -> {
            if (!standing(id, officer).mine() && !officer.may(Role.ADMINISTRATOR)) {
                throw new Refused(
                        "comment.remove.other", "Whoever wrote a comment takes it back, or an administrator does.");
            }
            rows.remove(id, officer, clock.instant());
        });
    }

    /**
     * Says that a comment is settled. Nothing changes if it is.
     *
     * @throws Unknown if there is no such comment
     */
    public void resolve(CommentId id) {
        var officer = Officer.require(Role.EDITOR);
        transaction.executeWithoutResult(_ -> {
            standing(id, officer);
            rows.resolve(id, officer, clock.instant());
        });
    }

    /**
     * Says that a comment is not settled after all.
     *
     * @throws Unknown if there is no such comment
     */
    public void reopen(CommentId id) {
        var officer = Officer.require(Role.EDITOR);
        transaction.executeWithoutResult(_ -> {
            standing(id, officer);
            rows.reopen(id);
        });
    }

    private Comment standing(CommentId id, Officer officer) {
        rows.hold(id);
        var comment = rows.find(id, officer.person()).orElseThrow(() -> new Unknown("comment", id));
        if (comment.removed() != null) {
            throw new Refused("comment.removed", "This comment was taken back meanwhile.");
        }
        return comment;
    }

    private Officer writer() {
        var officer = Officer.require(Role.READER);
        if (isSuspended(officer)) {
            throw new Refused(
                    "comment.suspended",
                    "Your institution is suspended in this consortium: for now it only reads here.");
        }
        return officer;
    }

    private boolean isSuspended(Officer officer) {
        var place = officer.place();
        return place != null
                && place.kind() == TenantKind.CONSORTIUM
                && membership.membersOf(place.tenant()).stream()
                        .anyMatch(member ->
                                member.id().equals(place.onBehalfOfId()) && member.state() == MemberState.SUSPENDED);
    }

    private List<Roster.Line> mentioned(Officer officer, Set<PersonId> mentions) {
        var wanted =
                mentions.stream().filter(one -> !one.equals(officer.person())).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (wanted.size() > MOST_MENTIONS) {
            throw new Refused(
                    "comment.mentions",
                    "A comment turns to %d people at most; you chose %d.".formatted(MOST_MENTIONS, wanted.size()),
                    MOST_MENTIONS,
                    wanted.size());
        }
        var here = roster.here();
        return wanted.stream()
                .map(id -> here.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new Unknown("person", id)))
                .toList();
    }

    private static String fitting(String text) {
        return Texts.between(1, LONGEST, "comment.text", text);
    }
}
