package io.countersign.site.preference;

import io.countersign.identity.CanRead;
import io.countersign.identity.LocalRedirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
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
            HttpServletRequest request,
            HttpServletResponse response) {
        KeyboardShortcuts.store(keys, request, response);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(request.getContextPath() + LocalRedirect.to(back)))
                .build();
    }
}
