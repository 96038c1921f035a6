package io.countersign.owner;

import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.connection.KnownMembership;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Updates the table of internal accounts from all known facts, so that SQL can sort by it. */
@Component
class InternalAccountRepository {

    private static final int CHUNK = 1000;

    private final KnownAccounts knownAccounts;
    private final OwnerRepository directory;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    InternalAccountRepository(
            KnownAccounts knownAccounts, OwnerRepository directory, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.knownAccounts = knownAccounts;
        this.directory = directory;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Must be called inside a transaction. */
    void refresh() {
        Set<String> internalAccounts = internalAccounts();
        Set<String> stored = new HashSet<>(jdbc.sql("select account_id from internal_account")
                .query(String.class)
                .list());
        List<String> removed =
                stored.stream().filter(each -> !internalAccounts.contains(each)).toList();
        List<String> added = internalAccounts.stream()
                .filter(each -> !stored.contains(each))
                .sorted()
                .toList();
        for (int from = 0; from < removed.size(); from += CHUNK) {
            jdbc.sql("delete from internal_account where account_id in (:removed)")
                    .param("removed", removed.subList(from, Math.min(removed.size(), from + CHUNK)))
                    .update();
        }
        // two replicas may start at the same time, so an existing row is kept
        added.forEach(account -> jdbc.sql(
                        "insert into internal_account (account_id) values (:account) on conflict do nothing")
                .param("account", account)
                .update());
        if (!removed.isEmpty() || !added.isEmpty()) {
            events.publishEvent(new OrganizationMembershipChanged());
        }
    }

    private Set<String> internalAccounts() {
        Set<String> internal = directory.all().stream()
                .map(OwnerAccount::details)
                .filter(each -> each.membership() == OrganizationMembership.INTERNAL)
                .map(each -> each.account().value())
                // facts from connections and AWS Organizations take precedence
                .filter(each -> knownAccounts
                        .find(each)
                        .flatMap(KnownAccount::membership)
                        .map(known -> known == KnownMembership.INTERNAL)
                        .orElse(true))
                .collect(Collectors.toCollection(HashSet::new));
        knownAccounts.knownAccounts().stream()
                .filter(KnownAccount::internal)
                .map(each -> each.account().value())
                .forEach(internal::add);
        return internal;
    }
}
