package io.countersign.sync.refresh;

import io.countersign.identity.CanRead;
import io.countersign.identity.session.OpenSessions;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.sync.ReturnTarget;
import io.countersign.team.access.ReviewerAccess;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.util.UriComponentsBuilder;

/** Shows the progress of a refresh: as events with script, and by reloading without. */
@CanRead
@Controller
class RefreshProgressController {

    private final RefreshService refreshService;
    private final RefreshProgressStream stream;
    private final ReviewerAccess access;
    private final OpenSessions sessions;

    RefreshProgressController(
            RefreshService refreshService, RefreshProgressStream stream, ReviewerAccess access, OpenSessions sessions) {
        this.refreshService = refreshService;
        this.stream = stream;
        this.access = access;
        this.sessions = sessions;
    }

    @GetMapping("/refresh")
    String progress(@RequestParam Map<String, String> parameters, Principal person, Model model) {
        RefreshScope scope = RefreshScope.parse(parameters.get("scope"));
        Instant since = moment(parameters.get("since"));
        model.addAttribute("progress", refreshService.progress(scope, access.scope(person.getName()), since));
        model.addAttribute("back", ReturnTarget.of(parameters, QueueFilter.of(parameters)));
        model.addAttribute(
                "eventsHref",
                UriComponentsBuilder.fromPath("/refresh/events")
                        .queryParam("scope", scope.toString())
                        .queryParam("since", since.toEpochMilli())
                        .toUriString());
        return "sync/refresh";
    }

    @GetMapping(path = "/refresh/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@RequestParam Map<String, String> parameters, Principal person, HttpSession session) {
        RefreshScope scope = RefreshScope.parse(parameters.get("scope"));
        Instant since = moment(parameters.get("since"));
        String name = person.getName();
        String id = session.getId();
        return stream.open(
                name,
                () -> sessions.contains(id, name),
                () -> refreshService.progress(scope, access.scope(name), since));
    }

    private static Instant moment(@Nullable String typed) {
        if (typed == null || !typed.matches("[0-9]{1,15}")) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "since: must be a moment in milliseconds since 1970");
        }
        return Instant.ofEpochMilli(Long.parseLong(typed));
    }
}
