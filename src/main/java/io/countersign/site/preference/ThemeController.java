package io.countersign.site.preference;

import io.countersign.identity.LocalRedirect;
import io.countersign.identity.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes the theme, also without JavaScript. */
@Controller
class ThemeController {

    @PermitAll
    @PostMapping("/theme")
    ResponseEntity<Void> choose(
            @RequestParam String theme, @RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
        String context = request.getContextPath();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.SET_COOKIE,
                        Theme.cookie(theme, context, request.isSecure()).toString())
                .location(URI.create(context + LocalRedirect.to(back)))
                .build();
    }
}
