package org.cabildo.portal.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.cabildo.kernel.Unknown;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The style sheet and the icon, at addresses that change with their content, so they never need to be asked for twice. */
@Controller
class StyleSheet {

    private final byte[] style = read("portal.css");
    private final byte[] icon = read("icon.svg");
    private final String styleName = Digest.of(style);
    private final String iconName = Digest.of(icon);

    String styleAddress() {
        return "/assets/" + styleName + "/portal.css";
    }

    String iconAddress() {
        return "/assets/" + iconName + "/icon.svg";
    }

    @GetMapping("/assets/{name}/portal.css")
    ResponseEntity<byte[]> style(@PathVariable String name) {
        return forEver(name, styleName, style, new MediaType("text", "css", StandardCharsets.UTF_8));
    }

    @GetMapping("/assets/{name}/icon.svg")
    ResponseEntity<byte[]> icon(@PathVariable String name) {
        return forEver(name, iconName, icon, MediaType.valueOf("image/svg+xml"));
    }

    /** The icon where browsers look for one that no page names. */
    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> icon() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(icon);
    }

    private static ResponseEntity<byte[]> forEver(String asked, String name, byte[] content, MediaType type) {
        if (!asked.equals(name)) {
            throw new Unknown("asset", asked);
        }
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .contentType(type)
                .body(content);
    }

    private static byte[] read(String name) {
        try (var stream =
                Objects.requireNonNull(StyleSheet.class.getResourceAsStream("/org/cabildo/portal/" + name), name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
