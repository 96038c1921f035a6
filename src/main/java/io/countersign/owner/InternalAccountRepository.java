package io.countersign.owner;

import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the table of accounts inside the organization up with all that is known of them, so that SQL can sort by it. */
@Component
class InternalAccountRepository {

    private static final int CHUNK = 1000;

    private final KnownAccounts knownAccounts;
    private final OwnerRepository book;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    InternalAccountRepository(
            KnownAccounts knownAccounts, OwnerRepository book, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.knownAccounts = knownAccounts;
        this.book = book;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Call it inside a transaction. */
    void refresh() {
        Set<String> wanted = wanted();
        Set<String> stored = new HashSet<>(jdbc.sql("select account_id from inside_account")
                .query(String.class)
                .list());
        List<String> left =
                stored.stream().filter(each -> !wanted.contains(each)).toList();
        List<String> joined =
                wanted.stream().filter(each -> !stored.contains(each)).sorted().toList();
        for (int from = 0; from < left.size(); from += CHUNK) {
            jdbc.sql("delete from inside_account where account_id in (:left)")
                    .param("left", left.subList(from, Math.min(left.size(), from + CHUNK)))
                    .update();
        }
        // two replicas may start at once: what is there stays
        joined.forEach(
                account -> jdbc.sql("insert into inside_account (account_id) values (:account) on conflict do nothing")
                        .param("account", account)
                        .update());
        if (!left.isEmpty() || !joined.isEmpty()) {
            events.publishEvent(new OrganizationMembershipChanged());
        }
    }

    private Set<String> wanted() {
        Set<String> inside = book.all().stream()
                .map(OwnerAccount::details)
                .filter(each -> each.membership() == OrganizationMembership.INSIDE)
                .map(each -> each.account().value())
                // what is known elsewhere counts more
                .filter(each -> knownAccounts
                        .find(each)
                        .map(KnownAccount::insideOrganization)
                        .orElse(true))
                .collect(Collectors.toCollection(HashSet::new));
        knownAccounts.knownAccounts().stream()
                .filter(KnownAccount::insideOrganization)
                .map(each -> each.account().value())
                .forEach(inside::add);
        return inside;
    }
}
