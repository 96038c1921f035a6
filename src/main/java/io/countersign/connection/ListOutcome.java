package io.countersign.connection;

import java.util.List;

/** What a listing came to. Only a complete one may conclude that something is gone. */
public sealed interface ListOutcome {

    /** All that was seen: everything, or what came before the failure. */
    List<ListedInvitation> seen();

    /** Every page was read. */
    record Complete(List<ListedInvitation> seen) implements ListOutcome {
        public Complete {
            seen = List.copyOf(seen);
        }
    }

    /** Some page was not read. */
    record Incomplete(List<ListedInvitation> seen, AwsFailure failure) implements ListOutcome {
        public Incomplete {
            seen = List.copyOf(seen);
        }
    }
}
