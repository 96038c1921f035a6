package io.countersign.history;

import io.countersign.audit.AuditSubject;
import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.export.NameColumn;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.owner.KnownOwner;
import io.countersign.owner.Owners;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what is known today about the owners and accounts of entries, because the log holds only their account IDs. */
@Component
class KnownNames {

    private final Owners owners;
    private final KnownAccounts accounts;

    KnownNames(Owners owners, KnownAccounts accounts) {
        this.owners = owners;
        this.accounts = accounts;
    }

    /**
     * Returns the account IDs of the owners that a filter selects, or null if it selects any.
     *
     * @param typed an account ID, or a part of a name
     * @param internal whether they are known to be internal or known to be external
     */
    @Nullable
    List<String> owners(@Nullable String typed, @Nullable Boolean internal) {
        if (typed == null && internal == null) {
            return null;
        }
        Stream<String> known = owners.known().entrySet().stream()
                .filter(each ->
                        internal == null || internal.equals(each.getValue().internal()))
                .filter(each -> typed == null
                        || each.getKey().equals(typed)
                        || contains(each.getValue().name(), typed))
                .map(Map.Entry::getKey);
        // AWS may have named an owner of which nothing else is known
        return (internal == null ? Stream.concat(known, Stream.of(typed)) : known)
                .distinct()
                .toList();
    }

    /**
     * Returns the account IDs that a filter selects, or null if it selects any.
     *
     * @param typed an account ID, or a part of a name
     */
    @Nullable
    List<String> accounts(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        Stream<String> named = accounts.knownAccounts().stream()
                .filter(each -> contains(each.name(), typed))
                .map(each -> each.account().value());
        // entries may be about an account that is no longer known
        return Stream.concat(named, Stream.of(typed)).distinct().toList();
    }

    private static boolean contains(@Nullable String name, String part) {
        return name != null && name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    Map<String, KnownOwner> ownersOf(Collection<StoredAuditEntry> entries) {
        return owners.find(
                entries.stream().map(entry -> entry.subject().owner()).toList());
    }

    /** Returns the names of the accounts of entries, by account ID. */
    Map<String, String> accountsOf(Collection<StoredAuditEntry> entries) {
        return entries.stream()
                .map(entry -> entry.subject().accountId())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(account -> accounts.find(account).stream())
                .collect(Collectors.toMap(each -> each.account().value(), KnownAccount::name));
    }

    /** Reads the owners once, for many entries. */
    Function<StoredAuditEntry, Map<NameColumn, String>> columns() {
        Map<String, KnownOwner> known = owners.known();
        return entry -> columns(entry.subject(), known);
    }

    private Map<NameColumn, String> columns(AuditSubject subject, Map<String, KnownOwner> known) {
        Map<NameColumn, String> columns = new EnumMap<>(NameColumn.class);
        KnownOwner owner = subject.owner() == null ? null : known.get(subject.owner());
        if (owner != null && owner.name() != null) {
            columns.put(NameColumn.OWNER_NAME_TODAY, owner.name());
        }
        if (owner != null && owner.internal() != null) {
            columns.put(
                    NameColumn.OWNER_MEMBERSHIP_TODAY,
                    owner.standing().membership().name());
        }
        if (subject.accountId() != null) {
            accounts.find(subject.accountId())
                    .ifPresent(account -> columns.put(NameColumn.ACCOUNT_NAME_TODAY, account.name()));
        }
        return columns;
    }
}
