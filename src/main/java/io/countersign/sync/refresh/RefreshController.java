package io.countersign.sync.refresh;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.identity.CanRead;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.sync.ReturnTarget;
import io.countersign.team.access.ReviewerAccess;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Starts polls on demand and redirects to the progress page. */
@Controller
class RefreshController {

    private final RefreshService refreshes;
    private final ReviewerAccess access;

    RefreshController(RefreshService refreshes, ReviewerAccess access) {
        this.refreshes = refreshes;
        this.access = access;
    }

    @CanRead
    @PostMapping("/refresh")
    String refresh(@RequestParam Map<String, String> parameters, Principal person) {
        RefreshScope scope = RefreshScope.parse(parameters.get("scope"));
        QueueFilter filter = QueueFilter.of(parameters);
        Instant requested = refreshes.request(scope, access.scope(person.getName()));
        return "redirect:"
                + UriComponentsBuilder.fromUriString(filter.link("/refresh"))
                        .queryParam("scope", scope.toString())
                        .queryParam("since", requested.toEpochMilli())
                        .queryParamIfPresent(ReturnTarget.PARAMETER, coverage(ReturnTarget.of(parameters, filter)))
                        // every part is already encoded
                        .build()
                        .toUriString();
    }

    private static Optional<String> coverage(ReturnTarget back) {
        return back.toCoverage() ? Optional.of(UriUtils.encode(back.coverage(), UTF_8)) : Optional.empty();
    }
}
