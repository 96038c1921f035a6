package io.countersign.owner;

import java.util.Map;
import java.util.Optional;

/** Finds the changes of owners that decisions do not use yet; the module that decides implements it. */
public interface PendingOwnerChanges {

    /** Returns as what decisions still treat owners with a pending change, such as {@code blocked}, by account ID. */
    Map<String, String> stillTreatedAs();

    /** As above, for one owner; empty if no change is pending. */
    Optional<String> stillTreatedAs(String owner);
}
