package org.cabildo.admin.file;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.words.Words;
import org.cabildo.file.Arrival;
import org.cabildo.file.FileId;
import org.cabildo.file.StoredFile;
import org.cabildo.file.StoredFiles;
import org.cabildo.file.published.FileKind;
import org.jspecify.annotations.Nullable;

/**
 * Takes one file, has it judged and kept at once, and shows what was kept. A refusal stands at the field; whatever was
 * typed elsewhere stays.
 */
public class FileField extends CustomField<@Nullable StoredFile> {

    /** The person may have gone on to another field meanwhile, and may be typing there. */
    private static final String FOCUS_UNLESS_ELSEWHERE = """
            const at = document.activeElement;
            if (!at || at === document.body || $0.contains(at)) {
              this.focus();
            }
            """;

    private final transient StoredFiles files;
    private final transient Here here;
    private final long most; // bytes
    final Button choose = new Button(Words.of("file.choose"));
    final Upload upload = new Upload(this::take);
    final Div kept = new Div();
    private transient @Nullable StoredFile file;

    /** @param label what the file is for */
    @SuppressWarnings("this-escape") // components are put together in constructors; nobody keeps the unfinished field
    public FileField(String label, StoredFiles files, Here here) {
        this.files = files;
        this.here = here;
        this.most = files.limits().most().toBytes();
        setLabel(label);
        setHelperText(Words.of("file.hint", kinds(), Words.size(most)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) most);
        upload.setUploadFormat(UploadFormat.RAW); // read as it comes, without a copy at the server's door
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(Words.of("file.drop")));
        upload.setI18n(Receipt.words());
        upload.addFileRejectedListener(
                rejected -> refuse(Words.of("file.too.large", rejected.getFileName(), Words.size(most))));
        upload.addAllFinishedListener(_ -> upload.clearFileList());
        upload.setWidthFull();
        kept.addClassName("kept-file");
        kept.setVisible(false);
        add(upload, kept);
        setWidthFull();
    }

    private static String kinds() {
        return Arrays.stream(FileKind.values()).map(Words::of).collect(Collectors.joining(", "));
    }

    final void take(UploadEvent event) {
        Receipt.of(
                event,
                content -> files.keep(new Arrival(event.getFileName(), event.getFileSize(), content)),
                this::take,
                this::refuse);
    }

    private void take(StoredFile taken) {
        setInvalid(false);
        put(taken);
        kept.getChildren()
                .filter(Button.class::isInstance)
                .findFirst()
                .ifPresent(button -> button.getElement().executeJs(FOCUS_UNLESS_ELSEWHERE, getElement()));
    }

    /** By the person's own hand, which whoever keeps the form is told. */
    private void put(@Nullable StoredFile chosen) {
        setPresentationValue(chosen);
        setModelValue(chosen, true);
    }

    /** What it holds, for a form that is kept before it is saved: its SHA-256, or nothing. */
    public String held() {
        return file == null ? "" : file.id().sha256();
    }

    /**
     * Holds again what it held; nobody waits for ever for a file that nothing refers to, and of one that is gone the field
     * says so.
     *
     * @param sha256 as {@link #held} gave it
     */
    public void hold(String sha256) {
        if (sha256.isEmpty()) {
            setValue(null);
            return;
        }
        files.find(new FileId(sha256)).ifPresentOrElse(this::setValue, () -> refuse(Words.of("file.gone")));
    }

    /**
     * What people call what it held.
     *
     * @param sha256 as {@link #held} gave it
     */
    public String named(String sha256) {
        return sha256.isEmpty()
                ? ""
                : files.find(new FileId(sha256)).map(StoredFile::name).orElseGet(() -> Words.of("file.gone"));
    }

    private void refuse(String sentence) {
        setErrorMessage(sentence);
        setInvalid(true);
        choose.getElement().executeJs(FOCUS_UNLESS_ELSEWHERE, getElement());
    }

    @Override
    protected @Nullable StoredFile generateModelValue() {
        return file;
    }

    @Override
    protected void setPresentationValue(@Nullable StoredFile shown) {
        file = shown;
        kept.removeAll();
        kept.setVisible(shown != null);
        upload.setVisible(shown == null);
        if (shown != null) {
            var remove = new Button(Words.of("file.remove"), _ -> {
                put(null);
                choose.focus();
                Notes.done(
                        Words.of("file.removed", shown.name()),
                        () -> {
                            if (isEmpty()) {
                                put(shown);
                            }
                        },
                        this);
            });
            remove.setAriaLabel(Words.of("file.remove.of", shown.name()));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            kept.add(
                    link(here, shown.id().sha256(), shown.name()),
                    new Span(described(shown.kind(), shown.bytes())),
                    remove);
        }
    }

    /** A link that opens a file of the tenant of this tab beside the office. */
    public static Anchor link(Here here, String sha256, String text) {
        var link = new Anchor(here.path("archivos/" + sha256), text, AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        link.getElement().setAttribute("rel", "noopener");
        return link;
    }

    /**
     * What a file is, in words.
     *
     * @param bytes its size
     */
    public static String described(FileKind kind, long bytes) {
        return "%s · %s".formatted(Words.of(kind), Words.size(bytes));
    }
}
