package org.cabildo.appearance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cabildo.appearance.published.Appearance;
import org.cabildo.appearance.published.Colour;
import org.cabildo.appearance.published.PublishedAppearance;
import org.cabildo.appearance.published.Section;
import org.cabildo.file.FileId;
import org.cabildo.file.StoredFiles;
import org.cabildo.file.published.FileKind;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.ledger.Act;
import org.cabildo.ledger.Facts;
import org.cabildo.ledger.Ledger;
import org.cabildo.ledger.Subject;
import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the portal of the tenant in scope looks: drafted by editors, published by approvers. */
@Service
@Transactional
public class Appearances {

    private static final List<FileKind> PICTURES = List.of(FileKind.PNG, FileKind.JPEG);
    private final StoredFiles files;
    private final PublishedState published;
    private final Ledger ledger;
    private final Sql sql;
    private final Clock clock;

    Appearances(StoredFiles files, PublishedState published, Ledger ledger, Sql sql, Clock clock) {
        this.files = files;
        this.published = published;
        this.ledger = ledger;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The draft as officers see it.
     *
     * @param version to be given back with a change, so no change is lost
     */
    public record Drafted(Appearance appearance, int version) {}

    /** The draft; the portal's own look while nobody said anything. */
    @Transactional(readOnly = true)
    public Drafted draft() {
        Officer.require(Role.READER);
        return sql.of("""
                select accent, second_colour, arms, arms_alternative, sections, hidden, version from appearance
                """).query(Appearances::drafted).single();
    }

    /**
     * Says anew how the portal shall look.
     *
     * @param version the version the officer saw
     * @throws Refused if a colour cannot be read, the arms are no picture, or somebody changed it meanwhile
     */
    public void save(int version, AppearanceDraft said) {
        Officer.require(Role.EDITOR);
        var look = said.judged();
        var before = sql.of("select arms from appearance where version = ? for update")
                .param(version)
                .query(Appearances::arms)
                .optional()
                .orElseThrow(() -> new Refused(
                        "stale",
                        "Somebody changed this meanwhile. What you typed is still here: compare and save again."));
        look.arms().ifPresent(this::hold);
        sql.of("""
                update appearance set accent = :accent, second_colour = :second, arms = :arms,
                       arms_alternative = :alternative, sections = :sections, hidden = :hidden, version = version + 1
                """)
                .param("accent", look.accent().map(Colour::toString).orElse(null))
                .param("second", look.second().map(Colour::toString).orElse(null))
                .param("arms", look.arms().map(Appearance.Arms::sha256).orElse(null))
                .param(
                        "alternative",
                        look.arms().map(Appearance.Arms::alternative).orElse(null))
                .param("sections", names(look.order()))
                .param(
                        "hidden",
                        names(look.order().stream()
                                .filter(look.hidden()::contains)
                                .toList()))
                .update();
        before.filter(old ->
                        !old.equals(look.arms().map(Appearance.Arms::sha256).orElse("")))
                .ifPresent(old -> files.release(new FileId(old)));
    }

    /** The draft keeps its picture, and nobody outside gets it. */
    private void hold(Appearance.Arms arms) {
        var file = files.hold(new FileId(arms.sha256()));
        if (!PICTURES.contains(file.kind())) {
            throw new Refused(
                    "appearance.arms.kind",
                    "The arms are a picture, PNG or JPEG, but «%s» is %s.".formatted(file.name(), file.kind()),
                    file.name(),
                    file.kind());
        }
    }

    /** Publishes the draft: the public sees this copy until the next publication. */
    public void publish() {
        Officer.require(Role.APPROVER);
        var look = draft().appearance();
        look.arms().ifPresent(arms -> {
            var file = files.require(new FileId(arms.sha256()));
            files.publish(file.id(), file.name());
        });
        sql.of("""
                insert into published_appearance (one, accent, second_colour, arms, arms_alternative, sections, hidden,
                                                  published_at)
                select true, accent, second_colour, arms, arms_alternative, sections, hidden, :at from appearance
                on conflict (one) do update set accent = excluded.accent, second_colour = excluded.second_colour,
                  arms = excluded.arms, arms_alternative = excluded.arms_alternative, sections = excluded.sections,
                  hidden = excluded.hidden, published_at = excluded.published_at
                """).param("at", Timestamp.from(clock.instant())).update();
        published.changed();
        ledger.add(
                Act.APPEARANCE_PUBLISHED,
                new Subject("portal", TenantScope.tenant().value()),
                new Facts()
                        .with("accent", look.accent().map(Colour::toString).orElse(null))
                        .with("second", look.second().map(Colour::toString).orElse(null))
                        .with("arms", look.arms().map(Appearance.Arms::sha256).orElse(null)));
    }

    /** Whether the draft says anything that the public does not see. */
    @Transactional(readOnly = true)
    public boolean hasUnpublishedChanges() {
        Officer.require(Role.READER);
        return sql.of("""
                select exists (
                  select accent, second_colour, arms, arms_alternative, sections, hidden from appearance where version > 0
                  except
                  select accent, second_colour, arms, arms_alternative, sections, hidden from published_appearance)
                """).query(Boolean.class).single();
    }

    private static Optional<String> arms(ResultSet row, int number) throws SQLException {
        return Optional.ofNullable(row.getString("arms"));
    }

    private static String names(Collection<Section> sections) {
        return sections.stream().map(Section::name).collect(Collectors.joining(","));
    }

    private static Drafted drafted(ResultSet row, int number) throws SQLException {
        return new Drafted(PublishedAppearance.read(row), row.getInt("version"));
    }
}
