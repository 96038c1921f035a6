package io.countersign.connection;

import java.util.Collection;
import java.util.Optional;

/** Names for account ids. An account that is not in it is simply not known: neither inside nor outside. */
public interface KnownAccounts {

    /** @param accountId as AWS gave it, which need not be a well-formed account id */
    Optional<KnownAccount> find(String accountId);

    /** In no order. */
    Collection<KnownAccount> knownAccounts();
}
