package org.cabildo.admin.appearance;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.cabildo.admin.file.FileField;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Pauses;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.SaveKey;
import org.cabildo.admin.words.Words;
import org.cabildo.appearance.AppearanceDraft;
import org.cabildo.appearance.AppearanceDraft.Part;
import org.cabildo.appearance.Appearances;
import org.cabildo.appearance.published.Appearance;
import org.cabildo.file.FileId;
import org.cabildo.file.StoredFiles;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;

/** How the portal looks: what officers choose here the public sees after the next publication. */
@Route(value = "t/:tenant/portal", layout = OfficeLayout.class)
@PermitAll
class PortalView extends Page implements BeforeLeaveObserver {

    private final transient Appearances appearances;
    private final transient StoredFiles files;
    private final transient Here here;
    private final boolean editor = Officer.current().may(Role.EDITOR);
    final Button save = new Button(Words.of("save"));
    final Button publish = new Button(Words.of("look.publish"));
    private final Div state = new Div();
    final Div race = new Div();
    private final Div form = new Div();
    final Preview preview = new Preview();
    private transient Appearances.Drafted seen;
    ColourField accent;
    ColourField second;
    FileField arms;
    TextField alternative;
    SectionList sections;

    PortalView(Appearances appearances, StoredFiles files, Here here, Portals portals) {
        super(Words.of("nav.portal"));
        this.appearances = appearances;
        this.files = files;
        this.here = here;
        lead(Words.of("look.lead"));
        state.addClassName("badges");
        state.getElement().setAttribute("role", "status");
        under(state);
        save.setVisible(editor);
        save.addClickListener(_ -> save());
        SaveKey.on(save);
        publish.setVisible(Officer.current().may(Role.APPROVER));
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        publish.addClickListener(_ -> Confirm.before(
                Words.of("look.publish.ask"), Words.of("look.publish.text"), Words.of("look.publish"), () -> {
                    appearances.publish();
                    showState();
                    Notes.done(Words.of("look.published"));
                }));
        under(new Anchor(here.path("historia?desde=portal"), Words.of("history.settings.link")));
        actions(portals.link(here.tenant().slug(), here.tenant().name()), save, publish);
        race.getElement().setAttribute("role", "alert");
        form.addClassName("look-form");
        var drawn = new Div(new H2(Words.of("look.preview")), preview);
        drawn.addClassName("look-drawn");
        var both = new Div(form, drawn);
        both.addClassName("look");
        add(race, both);
        show();
    }

    private void show() {
        seen = appearances.draft();
        var said = AppearanceDraft.of(seen.appearance());
        accent = new ColourField(
                Words.of("look.accent"),
                Words.of("look.accent.hint"),
                said.accent(),
                "#0f4c5c",
                typed -> AppearanceDraft.colour(Part.ACCENT, typed),
                this::typed);
        second = new ColourField(
                Words.of("look.second"),
                Words.of("look.second.hint"),
                said.second(),
                "#96480f",
                typed -> AppearanceDraft.colour(Part.SECOND, typed),
                this::typed);
        arms = new FileField(Words.of("look.arms"), files, here);
        arms.setHelperText(Words.of("look.arms.hint"));
        arms.setValue(seen.appearance()
                .arms()
                .map(kept -> files.require(new FileId(kept.sha256())))
                .orElse(null));
        arms.addValueChangeListener(_ -> typed());
        alternative = Fields.line(
                Words.of("look.alternative"),
                said.arms().map(Appearance.Arms::alternative).orElse(""),
                200);
        alternative.setHelperText(Words.of("look.alternative.hint"));
        Pauses.tell(alternative);
        alternative.addValueChangeListener(_ -> typed());
        sections = new SectionList(seen.appearance(), editor, this::typed);
        accent.setReadOnly(!editor);
        second.setReadOnly(!editor);
        arms.setVisible(editor);
        alternative.setReadOnly(!editor);
        form.removeAll();
        form.add(
                panel("look.colours", accent, second),
                panel("look.arms.title", arms, alternative),
                panel("look.sections", new Paragraph(Words.of("look.sections.hint")), sections));
        typed();
    }

    private static Div panel(String title, Component... fields) {
        var panel = new Div(new H2(Words.of(title)));
        panel.add(fields);
        panel.addClassName("panel");
        return panel;
    }

    private void showState() {
        var changed = appearances.hasUnpublishedChanges();
        state.removeAll();
        if (isChanged()) {
            state.add(new Badge(Words.of("look.unsaved"), Badge.Tone.BUSY));
        } else {
            state.add(
                    changed
                            ? new Badge(Words.of("look.changed"), Badge.Tone.BUSY)
                            : new Badge(Words.of("look.current"), Badge.Tone.GOOD));
        }
        publish.setEnabled(changed && !isChanged());
    }

    /** What stands in the form now. */
    private AppearanceDraft said() {
        var kept = arms.getValue();
        return new AppearanceDraft(
                accent.text.getValue().strip(),
                second.text.getValue().strip(),
                kept == null
                        ? Optional.empty()
                        : Optional.of(new Appearance.Arms(
                                kept.id().sha256(), alternative.getValue().strip())),
                sections.order(),
                sections.hidden());
    }

    private boolean isChanged() {
        return editor && !said().equals(AppearanceDraft.of(seen.appearance()));
    }

    private void typed() {
        var said = said();
        var look = new Appearance(accent.shown(), second.shown(), said.arms(), said.order(), said.hidden());
        preview.draw(new Preview.Drawing(
                here.tenant().name(),
                look.arms().map(kept -> here.path("archivos/" + kept.sha256())),
                look.accent(),
                look.second(),
                look.shown()));
        alternative.setRequiredIndicatorVisible(look.arms().isPresent());
        showState();
    }

    private void save() {
        var saving = Attempt.to(this::write)
                .at(accent, "appearance.accent")
                .at(second, "appearance.second")
                .at(alternative, "appearance.arms.alternative")
                .at(arms, "appearance.arms", "file.");
        if (saving.succeeds()) {
            Notes.done(Words.of("saved"));
        }
    }

    private void write() {
        try {
            appearances.save(seen.version(), said());
        } catch (Refused refused) {
            if (refused.code().equals("stale")) {
                showRace();
            }
            throw refused;
        }
        race.removeAll();
        seen = appearances.draft(); // the fields stay, and the focus in them
        var kept = AppearanceDraft.of(seen.appearance());
        accent.text.setValue(kept.accent());
        second.text.setValue(kept.second());
        typed();
    }

    /** Somebody saved meanwhile: this officer decides, with all that was chosen still in sight. */
    private void showRace() {
        race.removeAll();
        var mine = new Button(Words.of("race.mine"), _ -> {
            seen = appearances.draft();
            race.removeAll();
            save();
        });
        var theirs = new Button(Words.of("race.theirs"), _ -> {
            race.removeAll();
            show();
        });
        var buttons = new Div(mine, theirs);
        buttons.addClassName("actions");
        var panel = new Div(new H2(Words.of("look.race")), new Paragraph(Words.of("look.race.text")), buttons);
        panel.addClassName("panel");
        race.add(panel);
    }

    /** Asks before what was chosen is left behind. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (isChanged()) {
            Confirm.leaving(Words.of("leave.text"), event.postpone());
        }
    }
}
