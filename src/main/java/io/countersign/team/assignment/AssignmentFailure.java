package io.countersign.team.assignment;

import io.countersign.invitation.view.InvitationView;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that was not assigned. The session carries it to the page that shows it.
 *
 * @param name the name of the resource; null if AWS gave none
 * @param href null if the user may not see the invitation
 * @param recipient null if the user may not see the invitation
 * @param result an {@link AssignmentResult}
 */
record AssignmentFailure(
        @Nullable String name,
        @Nullable String href,
        @Nullable String recipient,
        String result) implements Serializable {

    /** @param view null if the user may not see the invitation */
    static AssignmentFailure of(@Nullable InvitationView view, AssignmentResult result) {
        return view == null
                ? new AssignmentFailure(null, null, null, result.name())
                : new AssignmentFailure(
                        view.resource().name(),
                        view.href(),
                        view.recipient().accountName() + " · "
                                + view.recipient().region(),
                        result.name());
    }
}
