package io.countersign.site.preference;

import io.countersign.identity.CanRead;
import io.countersign.identity.LocalRedirect;
import io.countersign.identity.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes the display settings, also without JavaScript. */
@Controller
class PreferenceController {

    @PermitAll
    @PostMapping("/theme")
    ResponseEntity<Void> theme(
            @RequestParam String theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Preference.THEME.store(theme, request, response);
        return redirect(back, request);
    }

    /** @param density {@code dense} or {@code comfortable} */
    @CanRead
    @PostMapping("/density")
    ResponseEntity<Void> density(
            @RequestParam String density,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Preference.DENSITY.store(density, request, response);
        return redirect(back, request);
    }

    /** @param keys {@code on} or {@code off} */
    @CanRead
    @PostMapping("/keys")
    ResponseEntity<Void> keys(
            @RequestParam(defaultValue = "on") String keys,
            @RequestParam(defaultValue = "/keys") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Preference.KEYS.store(keys, request, response);
        return redirect(back, request);
    }

    private static ResponseEntity<Void> redirect(String back, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(request.getContextPath() + LocalRedirect.to(back)))
                .build();
    }
}
