package io.countersign.site.preference;

import io.countersign.identity.CanRead;
import io.countersign.identity.LocalRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists the keyboard shortcuts and changes their setting. */
@CanRead
@Controller
class KeyboardShortcutsController {

    @GetMapping("/keys")
    String list() {
        return "site/keys";
    }

    /** @param keys {@code on} or {@code off} */
    @PostMapping("/keys")
    ResponseEntity<Void> choose(
            @RequestParam(defaultValue = "on") String keys,
            @RequestParam(defaultValue = "/keys") String back,
            HttpServletRequest request) {
        String context = request.getContextPath();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.SET_COOKIE,
                        KeyboardShortcuts.cookie(keys, context, request.isSecure())
                                .toString())
                .location(URI.create(context + LocalRedirect.to(back)))
                .build();
    }
}
