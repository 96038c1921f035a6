package io.countersign.connection.api;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.ListedInvitation;
import java.util.List;

/** The outcome of a list call. Only a complete list proves that an invitation is gone. */
public sealed interface ListOutcome {

    /** Returns all invitations, or those read before the failure. */
    List<ListedInvitation> seen();

    /** Every page was read. */
    record Complete(List<ListedInvitation> seen) implements ListOutcome {
        public Complete {
            seen = List.copyOf(seen);
        }
    }

    /** At least one page was not read. */
    record Incomplete(List<ListedInvitation> seen, AwsFailure failure) implements ListOutcome {
        public Incomplete {
            seen = List.copyOf(seen);
        }
    }
}
