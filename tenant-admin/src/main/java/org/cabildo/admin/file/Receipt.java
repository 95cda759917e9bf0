package org.cabildo.admin.file;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.cabildo.admin.door.Away;
import org.cabildo.admin.words.Words;
import org.cabildo.kernel.Refused;

/**
 * How a file that is uploaded is taken. It is read in the upload's own request, where scope and officer are bound and
 * the tab is not locked; what came of it is shown in the tab's own time. A tab that was closed meanwhile is told nothing.
 */
public final class Receipt {

    private Receipt() {}

    /** What is made of a file while it comes. */
    public interface Reading<T> {
        T of(InputStream content) throws IOException;
    }

    /**
     * Takes an upload.
     *
     * @param show gets what was made of it
     * @param refuse gets the sentence that says why nothing was
     */
    public static <T> void of(UploadEvent event, Reading<T> reading, Consumer<T> show, Consumer<String> refuse) {
        of(event, reading, show, refused -> refuse.accept(Words.of(refused)), refuse);
    }

    /**
     * Takes an upload.
     *
     * @param show gets what was made of it
     * @param refuse gets the rule that said no
     * @param fail gets the sentence that says why it did not come
     */
    public static <T> void of(
            UploadEvent event, Reading<T> reading, Consumer<T> show, Consumer<Refused> refuse, Consumer<String> fail) {
        var tab = event.getUI();
        try (var content = event.getInputStream()) {
            var read = reading.of(content);
            tell(tab, () -> show.accept(read));
        } catch (Refused refused) {
            event.reject(refused.code());
            tell(tab, () -> refuse.accept(refused));
        } catch (IOException cut) {
            event.reject("cut");
            tell(tab, () -> fail.accept(Words.of("file.unsent")));
        } catch (RuntimeException e) {
            if (!Away.isNow() && !Away.isDatabase(e)) {
                throw e;
            }
            event.reject("away");
            tell(tab, () -> fail.accept(Words.of("file.away")));
        }
    }

    private static void tell(UI tab, Command news) {
        var _ = tab.access(news);
    }

    /** What the component that uploads says, in the language of the person looking. */
    public static UploadI18N words() {
        return new UploadI18N()
                .setFile(new UploadI18N.File()
                        .setRetry(Words.of("file.retry"))
                        .setStart(Words.of("file.start"))
                        .setRemove(Words.of("file.remove")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(Words.of("file.one"))
                        .setFileIsTooBig(Words.of("file.big"))
                        .setIncorrectFileType(Words.of("file.other")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(Words.of("file.connecting"))
                                .setStalled(Words.of("file.stalled"))
                                .setProcessing(Words.of("file.judging"))
                                .setHeld(Words.of("file.held")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(Words.of("file.remaining"))
                                .setUnknown(Words.of("file.remaining.unknown")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(Words.of("file.unsent"))
                                .setUnexpectedServerError(Words.of("file.unsent"))
                                .setForbidden(Words.of("file.refused"))))
                .setUnits(List.of("B", "KB", "MB", "GB"), 1024);
    }
}
