package org.cabildo.portal.door;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says that this process answers; not that its neighbours do. */
@Controller
class Health {

    @GetMapping("/health")
    ResponseEntity<String> health() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_PLAIN)
                .body("ok\n");
    }
}
