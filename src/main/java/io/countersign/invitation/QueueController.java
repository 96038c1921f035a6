package io.countersign.invitation;

import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
<<<<<<< HEAD
import io.countersign.connection.InvitationId;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.connection.Permission;
import io.countersign.connection.Region;
=======
>>>>>>> main
import io.countersign.identity.Readers;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
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
    private final QueueChoices choices;
    private final AccountNames accountNames;
    private final CoverageReport coverageReport;
    private final Connections connections;
<<<<<<< HEAD
    private final KnownAccounts knownAccounts;
    private final Teamwork teamwork;
=======
>>>>>>> main
    private final MessageSourceAccessor messages;

    QueueController(
            QueuePages pages,
            QueueChoices choices,
            AccountNames accountNames,
            CoverageReport coverageReport,
            Connections connections,
<<<<<<< HEAD
            KnownAccounts knownAccounts,
            Teamwork teamwork,
=======
>>>>>>> main
            MessageSource messages) {
        this.pages = pages;
        this.choices = choices;
        this.accountNames = accountNames;
        this.coverageReport = coverageReport;
        this.connections = connections;
<<<<<<< HEAD
        this.knownAccounts = knownAccounts;
        this.teamwork = teamwork;
=======
>>>>>>> main
        this.messages = new MessageSourceAccessor(messages);
    }

    @Readers
    @GetMapping("/")
<<<<<<< HEAD
    String queue(@RequestParam Map<String, String> parameters, Principal person, Model model) {
        QueueFilter filter = QueueFilter.of(parameters).in(teamwork.scope(person.getName()));
=======
    String queue(@RequestParam Map<String, String> parameters, Model model) {
        QueueFilter filter = QueueFilter.of(accountNames.resolve(parameters));
>>>>>>> main
        Coverage coverage = coverageReport.now();
        model.addAttribute("filter", filter);
        model.addAttribute("filtered", filter.restricts());
        model.addAttribute("refreshHref", filter.link("/refresh"));
        model.addAttribute("coverage", coverage);
        model.addAttribute("unread", coverage.blind().stream().map(this::unread).toList());
<<<<<<< HEAD
        QueuePage page = pages.page(filter, pageNumber(parameters.getOrDefault("page", "1")), coverage);
        model.addAttribute("queue", page);
        model.addAttribute("turns", turns(page, person.getName()));
        model.addAttribute("accounts", accounts());
        model.addAttribute("regions", regions());
        model.addAttribute("permissions", permissions());
        model.addAttribute("owners", owners(filter.scope()));
=======
        model.addAttribute("queue", pages.page(filter, pageNumber(parameters.getOrDefault("page", "1")), coverage));
        choices.addTo(model);
>>>>>>> main
        return "invitation/queue";
    }

    private static int pageNumber(String value) {
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page: must be a whole number from 1");
        }
        return Integer.parseInt(value);
    }

<<<<<<< HEAD
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

    /** Whose turn each row is, by the id of its invitation. */
    private Map<String, TurnView> turns(QueuePage page, String person) {
        List<InvitationId> ids =
                page.rows().stream().map(row -> new InvitationId(row.id())).toList();
        return teamwork.turns(ids, person).entrySet().stream()
                .collect(Collectors.toMap(turn -> turn.getKey().value(), Map.Entry::getValue));
    }

    private List<Option> owners(Scope scope) {
        return queue.owners(scope).stream()
                .map(owner -> new Option(
                        owner, knownAccounts.find(owner).map(KnownAccount::name).orElse(owner)))
                .toList();
    }

=======
>>>>>>> main
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
