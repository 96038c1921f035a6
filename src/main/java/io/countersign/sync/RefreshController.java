package io.countersign.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.identity.Readers;
import io.countersign.invitation.QueueFilter;
import io.countersign.invitation.Scope;
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

    private final Refreshes refreshes;
    private final ReviewerAccess teamwork;
    private final MessageSourceAccessor messages;

    RefreshController(Refreshes refreshes, ReviewerAccess teamwork, MessageSource messages) {
        this.refreshes = refreshes;
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
        Instant wanted = refreshes.request(scope, seen);
        Progress progress = awhile(scope, seen, wanted);
        if (!progress.complete()) {
            String page = UriComponentsBuilder.fromUriString(filter.link("/refresh"))
                    .queryParam("scope", scope.toString())
                    .queryParam("since", wanted.toEpochMilli())
                    .queryParamIfPresent(WayBack.PARAMETER, coverage(back))
                    .toUriString();
            return "redirect:" + page;
        }
        flash.addFlashAttribute("flash", said(progress));
        flash.addFlashAttribute("flashKind", progress.failed() == 0 ? "ok" : "warn");
        return "redirect:" + back.link();
    }

    private static Optional<String> coverage(WayBack back) {
        return back.toCoverage() ? Optional.of(UriUtils.encode(back.coverage(), UTF_8)) : Optional.empty();
    }

    private Progress awhile(RefreshScope scope, Scope seen, Instant wanted) throws InterruptedException {
        Progress progress = refreshes.progress(scope, seen, wanted);
        for (int i = 0; i < TRIES && !progress.complete(); i++) {
            Thread.sleep(PAUSE_MILLIS);
            progress = refreshes.progress(scope, seen, wanted);
        }
        return progress;
    }

    private String said(Progress progress) {
        Object[] numbers = {progress.done(), progress.failed(), progress.found()};
        return messages.getMessage(progress.failed() == 0 ? "sync.refreshed" : "sync.refreshed.partly", numbers);
    }
}
