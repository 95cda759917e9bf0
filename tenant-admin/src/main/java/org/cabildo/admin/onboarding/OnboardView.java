package org.cabildo.admin.onboarding;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Officer;
import org.cabildo.onboarding.Onboarding;
import org.cabildo.onboarding.Preview;
import org.cabildo.tenancy.TenantScope;

/** Takes a list, uploaded or pasted, and shows what each line would do before anything is done. */
@Route(value = "nacional/incorporar", layout = OfficeLayout.class)
@PermitAll
class OnboardView extends Page implements BeforeLeaveObserver {

    /** A preview that another page of this tab brings along. */
    record Brought(Preview preview, GovernmentsView.Kept kept) {}

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final String EXAMPLE = "codigo;correo_administrador;slug;dominio;plantilla";
    private final transient Onboarding onboarding;
    final TextArea pasted = new TextArea(Words.of("onboard.paste"));
    final Checkbox fictional = new Checkbox(Words.of("onboard.fictional"));
    final Button judge = new Button(Words.of("onboard.preview"));
    private final Div entry = new Div();
    final Div result = new Div();

    OnboardView(Onboarding onboarding) {
        super(Words.of("onboard.title"));
        Officer.current().requireNationalCoordinator();
        this.onboarding = onboarding;
        lead(Words.of("onboard.lead"));
        add(entry, result);
        entry.addClassName("stack");
        entry.add(new Paragraph(Words.of("onboard.format")), new Code(EXAMPLE), upload(), pasted, fictional, judge);
        pasted.setPlaceholder("13128;alcaldia@renca.cl\n08101;contacto@concepcion.cl");
        pasted.setHelperText(Words.of("onboard.paste.hint"));
        pasted.setMinRows(4);
        pasted.setValueChangeMode(
                ValueChangeMode.EAGER); // known before a button is pressed or another page is asked for
        pasted.setMaxRows(12);
        judge.addThemeVariants(ButtonVariant.PRIMARY);
        judge.addClickListener(_ -> judge(pasted.getValue().getBytes(StandardCharsets.UTF_8)));
        var ui = UI.getCurrent();
        var brought = ComponentUtil.getData(ui, Brought.class);
        if (brought != null) {
            ComponentUtil.setData(ui, Brought.class, null);
            title(Words.of("onboard.selection"));
            show(brought.preview(), Words.of("onboard.selection.back"), () -> {
                ComponentUtil.setData(ui, GovernmentsView.Kept.class, brought.kept());
                ui.navigate(GovernmentsView.class);
            });
        }
    }

    /** Asks before a pasted list is left behind. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (entry.isVisible() && !pasted.getValue().isBlank()) {
            Confirm.leaving(Words.of("leave.text"), event.postpone());
        }
    }

    private Upload upload() {
        var officer = Officer.current();
        var upload = new Upload(UploadHandler.inMemory((_, bytes) -> TenantScope.runPlatform(() -> officer.act(() -> {
            judge(bytes);
            return true;
        }))));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setAcceptedFileExtensions(".csv", ".txt");
        upload.setUploadButton(new Button(Words.of("onboard.upload")));
        upload.setDropLabel(new com.vaadin.flow.component.html.Span(Words.of("onboard.drop")));
        upload.addFileRejectedListener(rejected -> org.cabildo.admin.frame.Notes.refused(rejected.getErrorMessage()));
        upload.addAllFinishedListener(_ -> upload.clearFileList());
        return upload;
    }

    private void judge(byte[] file) {
        Attempt.to(() -> show(onboarding.preview(file, fictional.getValue()), Words.of("preview.again"), () -> {
                    result.removeAll();
                    entry.setVisible(true);
                }))
                .at(pasted, "onboarding.file", "onboarding.header")
                .succeeds();
    }

    private void show(Preview preview, String back, Runnable again) {
        entry.setVisible(false);
        result.removeAll();
        result.add(new PreviewPanel(preview, onboarding, back, again));
    }
}
