package org.cabildo.admin.commitment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.cabildo.admin.file.FileField;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Typed;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.CommitmentView.ReportLine;
import org.cabildo.commitment.Evidence;
import org.cabildo.file.StoredFiles;
import org.cabildo.kernel.Refused;

/** Asks where the proof of an advance is: at an address, or in a file that is put in here. */
final class ProofFields {

    /** Where a proof is. */
    enum ProofPlace {
        LINK,
        FILE
    }

    /** What a report says; the file by its SHA-256. */
    private record Before(ProofPlace place, String link, String file, String shows) {}

    private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+([/?#].*)?");

    final RadioButtonGroup<ProofPlace> place = new RadioButtonGroup<>(Words.of("evidence.place"));
    final TextField link = Fields.line(Words.of("evidence.link"), "", 2100);
    final FileField file;
    final TextField shows = Fields.line(Words.of("evidence.shows"), "", 300);

    private Before before = new Before(ProofPlace.LINK, "", "", "");

    ProofFields(StoredFiles files, Here here) {
        file = new FileField(Words.of("evidence.file"), files, here);
        place.setItems(ProofPlace.values());
        place.setItemLabelGenerator(Words::of);
        place.addValueChangeListener(_ -> show());
        link.setPlaceholder("https://");
        link.setHelperText(Words.of("evidence.link.hint"));
        link.setRequiredIndicatorVisible(true);
        file.addClassName("needed-some"); // its group may not say so itself
        shows.setRequiredIndicatorVisible(true);
        place.setValue(ProofPlace.LINK);
    }

    /** Begins with what a report says; what a person changed since it began before stays. */
    void begin(ReportLine report) {
        var kept = report.evidenceFile();
        var now = new Before(
                kept == null ? ProofPlace.LINK : ProofPlace.FILE,
                Objects.requireNonNullElse(report.evidenceUrl(), ""),
                kept == null ? "" : kept.sha256(),
                report.evidence());
        if (place.getValue() == before.place()
                && link.getValue().equals(before.link())
                && file.held().equals(before.file())) {
            place.setValue(now.place());
            link.setValue(now.link());
            file.hold(now.file());
        }
        if (shows.getValue().equals(before.shows())) {
            shows.setValue(now.shows());
        }
        before = now;
    }

    /** Whether it is asked for at all; what was typed stays. */
    void setVisible(boolean asked) {
        place.setVisible(asked);
        shows.setVisible(asked);
        show();
    }

    /** What was put into the other place stays there. */
    private void show() {
        link.setVisible(place.isVisible() && place.getValue() == ProofPlace.LINK);
        file.setVisible(place.isVisible() && place.getValue() == ProofPlace.FILE);
    }

    Component[] all() {
        return List.of(place, link, file, shows).toArray(Component[]::new);
    }

    /** Adds these to what is kept of a form before it is saved. */
    Typed typed(Typed form) {
        return form.one("place", place, ProofPlace::name)
                .text("link", link)
                .held("file", file, file::held, file::hold, file::named)
                .text("shows", shows)
                .choosing("place")
                .beginning("link", () -> before.link())
                .beginning("file", () -> before.file())
                .beginning("shows", () -> before.shows());
    }

    /** @throws Refused if there is no proof */
    Evidence evidence() {
        if (place.getValue() != ProofPlace.FILE) {
            return Evidence.at(whole(link.getValue()), shows.getValue());
        }
        judgeFile();
        return Evidence.in(Objects.requireNonNull(file.getValue()), shows.getValue());
    }

    private void judgeFile() {
        if (file.isVisible() && file.isEmpty()) {
            throw new Refused("evidence.file.missing", "Choose the file that proves it, or give a link.");
        }
    }

    private void judgeLink() {
        if (place.getValue() == ProofPlace.LINK && !link.getValue().isBlank()) {
            Evidence.at(whole(link.getValue()), link.getLabel());
        }
    }

    /** As people write it who leave out how it begins. */
    private static String whole(String link) {
        var typed = link.strip();
        return BARE.matcher(typed).matches() ? "https://" + typed : typed;
    }

    /** Shows what a rule says of the proof at the field it speaks of. */
    Attempt at(Attempt attempt) {
        return attempt.needing(link, shows)
                .judging(link, this::judgeLink)
                .judging(file, this::judgeFile)
                .at(link, "evidence.link")
                .at(file, "evidence.file", "file.")
                .at(shows, "evidence.shows");
    }
}
