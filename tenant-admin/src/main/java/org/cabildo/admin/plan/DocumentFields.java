package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.cabildo.admin.file.FileField;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.words.Words;
import org.cabildo.file.FileId;
import org.cabildo.file.StoredFile;
import org.cabildo.file.StoredFiles;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.published.Document;
import org.cabildo.plan.published.PlanFile;
import org.jspecify.annotations.Nullable;

/** Asks where something is written: nowhere, at an address, or in a file that is put in here. */
final class DocumentFields {

    /** Where a document is. */
    enum DocumentPlace {
        NONE,
        LINK,
        FILE
    }

    final RadioButtonGroup<DocumentPlace> place = new RadioButtonGroup<>(Words.of("document.place"));
    final TextField link = Fields.line(Words.of("document.link"), "", 2_100);
    final FileField file;

    /** @param needed whether there has to be one */
    DocumentFields(StoredFiles files, Here here, boolean needed, @Nullable Document said) {
        file = new FileField(Words.of("document.file"), files, here);
        place.setItems(needed ? List.of(DocumentPlace.LINK, DocumentPlace.FILE) : List.of(DocumentPlace.values()));
        place.setItemLabelGenerator(Words::of);
        place.addValueChangeListener(_ -> show());
        link.setPlaceholder("https://");
        link.setRequiredIndicatorVisible(true);
        place.setValue(needed ? DocumentPlace.LINK : DocumentPlace.NONE);
        if (said != null && said.link() != null) {
            link.setValue(said.link());
            place.setValue(DocumentPlace.LINK);
        }
        if (said != null && said.file() != null) {
            var kept = said.file();
            file.setValue(new StoredFile(new FileId(kept.sha256()), kept.name(), kept.kind(), kept.bytes()));
            place.setValue(DocumentPlace.FILE);
        }
        show();
    }

    /** What was put into the other place stays there. */
    private void show() {
        link.setVisible(place.getValue() == DocumentPlace.LINK);
        file.setVisible(place.getValue() == DocumentPlace.FILE);
    }

    Component[] all() {
        return new Component[] {place, link, file};
    }

    /** @throws Refused if the place that was chosen is empty */
    @Nullable
    Document said() {
        return switch (place.getValue()) {
            case LINK -> Document.at(link.getValue());
            case FILE -> {
                var kept = file.getValue();
                if (kept == null) {
                    throw new Refused("plan.document.file", "Choose the file, or give a link.");
                }
                yield Document.in(new PlanFile(kept.id().sha256(), kept.name(), kept.kind(), kept.bytes()));
            }
            case NONE -> null;
        };
    }

    /** Shows what a rule says of the document at the field it speaks of. */
    Attempt at(Attempt attempt) {
        return attempt.at(link, "plan.document.link", "plan.step.document").at(file, "plan.document.file", "file.");
    }
}
