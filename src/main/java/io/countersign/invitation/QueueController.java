package io.countersign.invitation;

import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.Permission;
import io.countersign.connection.Region;
import io.countersign.identity.Readers;
import io.countersign.owner.KnownOwner;
import io.countersign.owner.Owners;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final List<String> TIME_LEFT = List.of("168-", "162-", "144-", "96-");

    private final QueuePages pages;
    private final ViewPages views;
    private final Queue queue;
    private final CoverageReport coverageReport;
    private final Connections connections;
    private final Owners owners;
    private final MessageSourceAccessor messages;

    QueueController(
            QueuePages pages,
            ViewPages views,
            Queue queue,
            CoverageReport coverageReport,
            Connections connections,
            Owners owners,
            MessageSource messages) {
        this.pages = pages;
        this.views = views;
        this.queue = queue;
        this.coverageReport = coverageReport;
        this.connections = connections;
        this.owners = owners;
        this.messages = new MessageSourceAccessor(messages);
    }

    @Readers
    @GetMapping("/")
    String queue(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        Optional<String> start = parameters.isEmpty() ? views.startHref(request) : Optional.empty();
        return start.map(href -> "redirect:" + href).orElseGet(() -> show(parameters, request, model));
    }

    private String show(Map<String, String> parameters, HttpServletRequest request, Model model) {
        QueueFilter filter = QueueFilter.of(parameters);
        Coverage coverage = coverageReport.now();
        model.addAttribute("filter", filter);
        model.addAttribute("filtered", filter.restricts());
        model.addAttribute("refreshHref", filter.link("/refresh"));
        model.addAttribute("coverage", coverage);
        model.addAttribute("unread", coverage.blind().stream().map(this::unread).toList());
        model.addAttribute("queue", pages.page(filter, pageNumber(parameters.getOrDefault("page", "1")), coverage));
        model.addAttribute("accounts", accounts());
        model.addAttribute("regions", regions());
        model.addAttribute("permissions", permissions());
        model.addAttribute("owners", owners());
        model.addAttribute("waits", waits(filter.waited()));
        views.fill(filter, request, model);
        return "invitation/queue";
    }

    private static int pageNumber(String value) {
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page: must be a whole number from 1");
        }
        return Integer.parseInt(value);
    }

    private List<Option> accounts() {
        return connections.all().stream()
                .map(c -> new Option(c.account().value(), c.name()))
                .toList();
    }

    private List<Option> regions() {
        return connections.all().stream()
                .map(Connection::regions)
                .flatMap(List::stream)
                .map(Region::value)
                .distinct()
                .sorted()
                .map(region -> new Option(region, region))
                .toList();
    }

    private List<Option> permissions() {
        return Permission.KNOWN.stream()
                .map(permission -> new Option(permission.value(), say("site.permission." + permission)))
                .toList();
    }

    /** How much time is left, and whatever else a link asked for. */
    private List<Option> waits(@Nullable Waited chosen) {
        List<Option> options = new ArrayList<>(TIME_LEFT.stream()
                .map(hours -> new Option(hours, say("invitation.filter.waited." + hours)))
                .toList());
        if (chosen != null && !TIME_LEFT.contains(chosen.toString())) {
            options.add(new Option(
                    chosen.toString(),
                    messages.getMessage("invitation.filter.waited.other", new Object[] {chosen.toString()})));
        }
        return options;
    }

    private List<Option> owners() {
        List<String> sharing = queue.owners();
        Map<String, KnownOwner> known = owners.find(sharing);
        return sharing.stream()
                .map(owner -> new Option(owner, label(owner, known.get(owner))))
                .toList();
    }

    private static String label(String owner, @Nullable KnownOwner known) {
        return known == null || known.name() == null ? owner : known.name();
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

    /** A choice in a filter. */
    record Option(String value, String label) {}
}
