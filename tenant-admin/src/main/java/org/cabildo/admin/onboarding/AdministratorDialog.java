package org.cabildo.admin.onboarding;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import java.util.function.BiConsumer;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.People;
import org.cabildo.kernel.Refused;
import org.cabildo.onboarding.Templates;

/** Asks who administers the chosen governments first, and which pillars they begin with. */
class AdministratorDialog extends Dialog {

    final EmailField administrator = new EmailField(Words.of("onboard.administrator"));
    final Select<String> template = new Select<>();
    final Button next = new Button(Words.of("onboard.preview"));

    AdministratorDialog(int count, BiConsumer<String, String> onAnswer) {
        setHeaderTitle(Words.of("onboard.dialog", count));
        setWidth("min(34rem, 96vw)");
        administrator.setRequiredIndicatorVisible(true);
        administrator.setMaxLength(254); // RFC 5321
        administrator.setHelperText(Words.of("onboard.administrator.hint", count));
        template.setLabel(Words.of("onboard.template"));
        template.setItems(Templates.ALL);
        template.setValue(Templates.DEFAULT);
        template.setItemLabelGenerator(key -> Words.of("template." + key));
        template.setHelperText(Words.of("onboard.template.hint", count));
        administrator.setWidthFull();
        template.setWidthFull();
        var form = new Div(new Paragraph(Words.of("onboard.dialog.text", count)), administrator, template);
        form.addClassName("stack");
        add(form);
        next.addThemeVariants(ButtonVariant.PRIMARY);
        next.addClickListener(_ -> answer(onAnswer));
        next.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        getFooter().add(new Button(Words.of("cancel"), _ -> close()), next);
    }

    private void answer(BiConsumer<String, String> onAnswer) {
        if (Attempt.to(this::judge)
                .at(administrator, "identity.address", "onboard.administrator")
                .succeeds()) {
            close();
            onAnswer.accept(administrator.getValue(), template.getValue());
        }
    }

    private void judge() {
        if (administrator.getValue().isBlank()) {
            throw new Refused("onboard.administrator", "Give the e-mail address of whoever will administer it.");
        }
        People.address(administrator.getValue());
    }
}
