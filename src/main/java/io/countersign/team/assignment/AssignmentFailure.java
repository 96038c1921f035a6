package io.countersign.team.assignment;

import io.countersign.invitation.view.InvitationView;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that was not assigned. The session carries it to the page that shows it.
 *
 * @param name the name of the resource; null if AWS gave none
 * @param result an {@link AssignmentResult}
 */
record AssignmentFailure(@Nullable String name, String href, String recipient, String result) implements Serializable {

    static AssignmentFailure of(InvitationView view, AssignmentResult result) {
        return new AssignmentFailure(
                view.resource().name(),
                view.href(),
                view.recipient().accountName() + " · " + view.recipient().region(),
                result.name());
    }
}
