package io.countersign.owner;

import io.countersign.connection.AccountId;
import java.util.List;

/**
 * Somebody changed the address book. Published inside the transaction that changes it.
 *
 * @param differences old and new in words, such as {@code trust: none → blocked}
 */
public record OwnerChanged(String person, AccountId account, List<String> differences) {

    public OwnerChanged {
        differences = List.copyOf(differences);
    }

    /** In lines for people. */
    public String text() {
        return "owner\n" + String.join("\n", differences);
    }
}
