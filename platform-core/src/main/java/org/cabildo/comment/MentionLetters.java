package org.cabildo.comment;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.comment.CommentRows.Unwritten;
import org.cabildo.identity.OfficeAddress;
import org.cabildo.identity.People;
import org.cabildo.identity.Profiles;
import org.cabildo.mail.Letter;
import org.cabildo.mail.MailQueue;
import org.cabildo.tenancy.Receiver;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes to those whom a comment turns to. The letter is the platform's row and the comment the tenant's: a worker killed
 * between the two writes it again. Whoever may not enter the tenant any more gets none.
 */
@Component
class MentionLetters implements Receiver<Mentioned> {

    private final CommentRows rows;
    private final People people;
    private final Profiles profiles;
    private final MailQueue mail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final OfficeAddress office;

    MentionLetters(
            CommentRows rows,
            People people,
            Profiles profiles,
            MailQueue mail,
            TransactionTemplate transaction,
            Clock clock,
            OfficeAddress office) {
        this.rows = rows;
        this.people = people;
        this.profiles = profiles;
        this.mail = mail;
        this.transaction = transaction;
        this.clock = clock;
        this.office = office;
    }

    @Override
    public Class<Mentioned> of() {
        return Mentioned.class;
    }

    @Override
    public void receive(UUID event, Mentioned told) {
        var comment = new CommentId(told.comment());
        for (var one : TenantScope.in(told.tenant(), () -> rows.unwritten(comment))) {
            letter(told.tenant(), one).ifPresent(letter -> {
                TenantScope.runPlatform(() -> transaction.executeWithoutResult(_ -> mail.post(told.tenant(), letter)));
                TenantScope.run(told.tenant(), () -> rows.written(comment, one.person(), clock.instant()));
            });
        }
    }

    private Optional<Letter> letter(TenantId tenant, Unwritten one) {
        return people.placesOf(one.id()).stream()
                .filter(place -> place.tenant().equals(tenant))
                .findFirst()
                .map(place -> {
                    var link =
                            office.of(place.slug(), "planes/%s/compromisos/%s".formatted(one.plan(), one.commitment()));
                    return new MentionLetter(profiles.of(one.id()), one.by(), place.name(), link).written();
                });
    }
}
