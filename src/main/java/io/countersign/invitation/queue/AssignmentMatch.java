package io.countersign.invitation.queue;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.VisibilityScope;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The invitations that match the assignment criteria of a filter at this time.
 *
 * @param sources the sources of the teams that the criteria name
 * @param only the matching invitations; null for all
 * @param except the invitations that do not match; null for none
 * @param assignees the assignees of all invitations, if the filter sorts by them
 */
public record AssignmentMatch(
        VisibilityScope sources,
        @Nullable Set<InvitationId> only,
        @Nullable Set<InvitationId> except,
        Map<InvitationId, String> assignees) {

    public static final AssignmentMatch ALL = new AssignmentMatch(VisibilityScope.EVERYTHING, null, null, Map.of());
}
