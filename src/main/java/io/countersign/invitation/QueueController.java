package io.countersign.invitation;

import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.InvitationId;
import io.countersign.identity.Readers;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The queue, which is the first page. */
@Controller
class QueueController {

    private final QueuePages pages;
    private final ViewPages views;
    private final QueueChoices choices;
    private final AccountNames accountNames;
    private final CoverageReport coverageReport;
    private final Connections connections;
    private final Teamwork teamwork;
    private final SecondPerson secondPerson;
    private final MessageSourceAccessor messages;

    QueueController(
            QueuePages pages,
            ViewPages views,
            QueueChoices choices,
            AccountNames accountNames,
            CoverageReport coverageReport,
            Connections connections,
            Teamwork teamwork,
            SecondPerson secondPerson,
            MessageSource messages) {
        this.pages = pages;
        this.views = views;
        this.choices = choices;
        this.accountNames = accountNames;
        this.coverageReport = coverageReport;
        this.connections = connections;
        this.teamwork = teamwork;
        this.secondPerson = secondPerson;
        this.messages = new MessageSourceAccessor(messages);
    }

    @Readers
    @GetMapping("/")
    String queue(
            @RequestParam Map<String, String> parameters, Principal person, HttpServletRequest request, Model model) {
        Optional<String> start = parameters.isEmpty() ? views.startHref(request) : Optional.empty();
        return start.map(href -> "redirect:" + href)
                .orElseGet(() -> show(parameters, person.getName(), request, model));
    }

    private String show(Map<String, String> parameters, String person, HttpServletRequest request, Model model) {
        QueueFilter filter = QueueFilter.of(accountNames.resolve(parameters)).in(teamwork.scope(person));
        Coverage coverage = coverageReport.now();
        model.addAttribute("filter", filter);
        model.addAttribute("filtered", filter.restricts());
        model.addAttribute("refreshHref", filter.link("/refresh"));
        model.addAttribute("coverage", coverage);
        model.addAttribute("unread", coverage.blind().stream().map(this::unread).toList());
        QueuePage page = pages.page(filter, pageNumber(parameters.getOrDefault("page", "1")), coverage);
        model.addAttribute("queue", page);
        model.addAttribute("turns", turns(page, person));
        model.addAttribute("eachHref", filter.withEach(!filter.each()).link("/"));
        model.addAttribute("batchHref", filter.link("/batches"));
        model.addAttribute("mayDecide", ViewPages.decides(request));
        model.addAttribute("seconds", secondPerson.of(page.rows()));
        model.addAttribute("proposals", secondPerson.waiting(filter.scope()));
        model.addAttribute("sentBack", secondPerson.sentBack(person, filter.scope()));
        choices.addTo(model, filter);
        views.fill(filter, request, model);
        return "invitation/queue";
    }

    private static int pageNumber(String value) {
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page: must be a whole number from 1");
        }
        return Integer.parseInt(value);
    }

    /** Whose turn each row is, by the id of its invitation. */
    private Map<String, TurnView> turns(QueuePage page, String person) {
        List<InvitationId> ids = Stream.concat(
                        page.rows().stream(),
                        page.together().values().stream().flatMap(several -> several.members().stream()))
                .map(row -> new InvitationId(row.id()))
                .distinct()
                .toList();
        return teamwork.turns(ids, person).entrySet().stream()
                .collect(Collectors.toMap(turn -> turn.getKey().value(), Map.Entry::getValue));
    }

    private UnreadSource unread(Coverage.Unread unread) {
        String name = connections
                .find(unread.source().account())
                .map(Connection::name)
                .orElse(unread.source().account().value());
        String words = unread.failure() == null
                ? say(unread.readAt() == null ? "invitation.coverage.never" : "invitation.coverage.old")
                : say("failure." + unread.failure().kind() + ".short");
        return new UnreadSource(name, unread.source().region().value(), words, unread.since());
    }

    private String say(String key) {
        return messages.getMessage(key);
    }

    /** A source without a recent complete read, in words. */
    record UnreadSource(
            String account,
            String region,
            String words,
            @Nullable Instant since) {}
}
