package io.countersign.site.preference;

import io.countersign.identity.CanRead;
import io.countersign.identity.LocalRedirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes the density of the queue. */
@Controller
class DensityController {

    /** @param density {@code dense} or {@code comfortable} */
    @CanRead
    @PostMapping("/density")
    ResponseEntity<Void> choose(
            @RequestParam String density,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Density.store(density, request, response);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(request.getContextPath() + LocalRedirect.to(back)))
                .build();
    }
}
