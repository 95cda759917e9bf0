package org.cabildo.admin.file;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.cabildo.admin.plain.PlainPage;
import org.cabildo.file.FileId;
import org.cabildo.file.StoredFile;
import org.cabildo.file.StoredFiles;
import org.cabildo.kernel.Unknown;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Gives officers the files of the tenant they are in, published or not. The door has bound both by the path. */
@Controller
class FilePages {

    private static final String POLICY = "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    private final StoredFiles files;

    FilePages(StoredFiles files) {
        this.files = files;
    }

    @GetMapping("/t/{slug}/archivos/{sha256}")
    void file(@PathVariable String sha256, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            give(files.require(new FileId(sha256)), response);
        } catch (Unknown _) {
            PlainPage.NOT_FOUND.write(request, response);
        }
    }

    private void give(StoredFile file, HttpServletResponse response) throws IOException {
        try (var content = files.open(file.id())) {
            response.setContentType(file.kind().mediaType());
            response.setContentLengthLong(file.bytes());
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(file.name(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            content.transferTo(response.getOutputStream());
        }
    }
}
