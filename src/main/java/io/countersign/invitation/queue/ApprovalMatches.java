package io.countersign.invitation.queue;

import java.util.List;
import java.util.Set;

/** Finds what the approval rules match now; the module that decides implements it. */
public interface ApprovalMatches {

    /** Returns a match for each rule that requires a second approval. */
    List<ApprovalMatch> needingTwo();

    /**
     * The invitations that need a second approval according to one rule. Empty types, permissions and accounts match all.
     *
     * @param unknownPermissions whether unknown permissions match as well
     * @param owners the account IDs of the owners that match or, if {@code except}, of those that do not
     */
    record ApprovalMatch(
            Set<String> types,
            Set<String> permissions,
            boolean unknownPermissions,
            Set<String> accounts,
            Set<String> owners,
            boolean except) {}
}
