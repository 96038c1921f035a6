package io.countersign.invitation;

import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.connection.Permission;
import io.countersign.connection.Region;
import io.countersign.identity.Readers;
import java.util.List;
import java.util.Map;
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
    private final Queue queue;
    private final CoverageReport coverageReport;
    private final Connections connections;
    private final KnownAccounts knownAccounts;

    QueueController(
            QueuePages pages,
            Queue queue,
            CoverageReport coverageReport,
            Connections connections,
            KnownAccounts knownAccounts) {
        this.pages = pages;
        this.queue = queue;
        this.coverageReport = coverageReport;
        this.connections = connections;
        this.knownAccounts = knownAccounts;
    }

    @Readers
    @GetMapping("/")
    String queue(@RequestParam Map<String, String> parameters, Model model) {
        QueueFilter filter = QueueFilter.of(parameters);
        Coverage coverage = coverageReport.now();
        model.addAttribute("filter", filter);
        model.addAttribute("coverage", coverage);
        model.addAttribute("queue", pages.page(filter, pageNumber(parameters.getOrDefault("page", "1")), coverage));
        model.addAttribute("accounts", accounts());
        model.addAttribute("regions", regions());
        model.addAttribute(
                "permissions", Permission.KNOWN.stream().map(Permission::value).toList());
        model.addAttribute("owners", owners());
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

    private List<String> regions() {
        return connections.all().stream()
                .map(Connection::regions)
                .flatMap(List::stream)
                .map(Region::value)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Option> owners() {
        return queue.owners().stream()
                .map(owner -> new Option(
                        owner, knownAccounts.find(owner).map(KnownAccount::name).orElse(owner)))
                .toList();
    }

    /** A choice in a filter. */
    record Option(String value, String label) {}
}
