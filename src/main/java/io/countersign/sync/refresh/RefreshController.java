package io.countersign.sync.refresh;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.identity.Readers;
import io.countersign.invitation.QueueFilter;
import io.countersign.invitation.Scope;
import io.countersign.sync.WayBack;
import io.countersign.team.ReviewerAccess;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Reads sources now. A quick refresh leads straight back; a longer one to a page that shows how far it is. */
@Controller
class RefreshController {

    private static final int TRIES = 20;
    private static final long PAUSE_MILLIS = 100;

    private final RefreshService refreshService;
    private final ReviewerAccess teamwork;
    private final MessageSourceAccessor messages;

    RefreshController(RefreshService refreshService, ReviewerAccess teamwork, MessageSource messages) {
        this.refreshService = refreshService;
        this.teamwork = teamwork;
        this.messages = new MessageSourceAccessor(messages);
    }

    @Readers
    @PostMapping("/refresh")
    String refresh(@RequestParam Map<String, String> parameters, Principal person, RedirectAttributes flash)
            throws InterruptedException {
        RefreshScope scope = RefreshScope.parse(parameters.get("scope"));
        QueueFilter filter = QueueFilter.of(parameters);
        WayBack back = WayBack.of(parameters, filter);
        Scope seen = teamwork.scope(person.getName());
        Instant wanted = refreshService.request(scope, seen);
        RefreshProgress refreshProgress = awhile(scope, seen, wanted);
        if (!refreshProgress.complete()) {
            String page = UriComponentsBuilder.fromUriString(filter.link("/refresh"))
                    .queryParam("scope", scope.toString())
                    .queryParam("since", wanted.toEpochMilli())
                    .queryParamIfPresent(WayBack.PARAMETER, coverage(back))
                    .toUriString();
            return "redirect:" + page;
        }
        flash.addFlashAttribute("flash", said(refreshProgress));
        flash.addFlashAttribute("flashKind", refreshProgress.failed() == 0 ? "ok" : "warn");
        return "redirect:" + back.link();
    }

    private static Optional<String> coverage(WayBack back) {
        return back.toCoverage() ? Optional.of(UriUtils.encode(back.coverage(), UTF_8)) : Optional.empty();
    }

    private RefreshProgress awhile(RefreshScope scope, Scope seen, Instant wanted) throws InterruptedException {
        RefreshProgress refreshProgress = refreshService.progress(scope, seen, wanted);
        for (int i = 0; i < TRIES && !refreshProgress.complete(); i++) {
            Thread.sleep(PAUSE_MILLIS);
            refreshProgress = refreshService.progress(scope, seen, wanted);
        }
        return refreshProgress;
    }

    private String said(RefreshProgress refreshProgress) {
        Object[] numbers = {refreshProgress.done(), refreshProgress.failed(), refreshProgress.found()};
        return messages.getMessage(refreshProgress.failed() == 0 ? "sync.refreshed" : "sync.refreshed.partly", numbers);
    }
}
