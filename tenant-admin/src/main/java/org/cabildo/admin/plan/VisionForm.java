package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.EnumMap;
import java.util.Map;
import org.cabildo.admin.frame.Differences;
import org.cabildo.admin.frame.DraftForm;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.words.Words;
import org.cabildo.plan.published.Foundation;
import org.cabildo.plan.published.VisionPart;

/** Asks for the strategic vision, part by part; leaves the rest of a foundation as it was. */
class VisionForm implements DraftForm<Foundation> {

    final Map<VisionPart, TextArea> parts = new EnumMap<>(VisionPart.class);
    private final Foundation seen;

    VisionForm(Foundation seen) {
        this.seen = seen;
        for (var part : VisionPart.values()) {
            parts.put(
                    part,
                    Fields.text(
                            Words.of(part),
                            Words.of("vision.hint." + part, Foundation.LONGEST_PART),
                            seen.vision().getOrDefault(part, ""),
                            Foundation.LONGEST_PART));
        }
    }

    Component[] all() {
        return parts.values().toArray(Component[]::new);
    }

    @Override
    public Foundation said() {
        var vision = new EnumMap<VisionPart, String>(VisionPart.class);
        parts.forEach((part, field) -> vision.put(part, field.getValue()));
        return seen.envisioning(vision);
    }

    @Override
    public Differences differences(Foundation theirs) {
        var differences = new Differences();
        parts.forEach((part, field) -> {
            var said = theirs.vision().getOrDefault(part, "");
            differences.in(field.getLabel(), field.getValue(), said, () -> field.setValue(said));
        });
        return differences;
    }
}
