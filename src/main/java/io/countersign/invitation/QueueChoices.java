package io.countersign.invitation;

import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.connection.Permission;
import io.countersign.connection.Region;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the filters of the queue offer. Where there are too many accounts to choose from, one is typed. */
@Component
class QueueChoices {

    /** Nobody finds an account in a longer list. */
    private static final int LONGEST = 100;

    private final Queue queue;
    private final Connections connections;
    private final KnownAccounts knownAccounts;
    private final MessageSourceAccessor messages;

    QueueChoices(Queue queue, Connections connections, KnownAccounts knownAccounts, MessageSource messages) {
        this.queue = queue;
        this.connections = connections;
        this.knownAccounts = knownAccounts;
        this.messages = new MessageSourceAccessor(messages);
    }

    /** A choice in a filter. */
    record Option(String value, String label) {}

    void addTo(Model model, Scope scope) {
        List<String> owners = queue.owners(scope);
        boolean manyAccounts = connections.all().size() > LONGEST;
        model.addAttribute("manyAccounts", manyAccounts);
        model.addAttribute("accounts", manyAccounts ? named(queue.accounts(scope)) : accounts());
        model.addAttribute("regions", regions());
        model.addAttribute("permissions", permissions());
        model.addAttribute("manyOwners", owners.size() > LONGEST);
        model.addAttribute("owners", named(owners));
    }

    private List<Option> accounts() {
        return connections.all().stream()
                .map(each -> new Option(each.account().value(), each.name()))
                .toList();
    }

    private List<Option> regions() {
        return connections.all().stream()
                .map(Connection::regions)
                .flatMap(List::stream)
                .distinct()
                .map(Region::value)
                .sorted()
                .map(region -> new Option(region, region))
                .toList();
    }

    private List<Option> permissions() {
        return Permission.KNOWN.stream()
                .map(permission -> new Option(permission.value(), messages.getMessage("site.permission." + permission)))
                .toList();
    }

    private List<Option> named(List<String> accounts) {
        return accounts.stream()
                .limit(LONGEST)
                .map(account -> new Option(
                        account,
                        knownAccounts.find(account).map(KnownAccount::name).orElse(account)))
                .toList();
    }
}
