package io.countersign.decision.web;

import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.invitation.view.InvitationView;

/** Message keys for the access that an accept grants. */
final class GrantMessages {

    private GrantMessages() {}

    /** Only the key of a workload depends on the permission: the other types are shared for use only. */
    static String messageKey(InvitationView invitation) {
        if (!new ResourceType(invitation.resource().type()).known()) {
            return "decision.grant.UNKNOWN";
        }
        boolean workload = invitation.resource().type().equals(ResourceType.WORKLOAD.value());
        String whom = invitation.recipient().user() == null ? "" : "USER.";
        return "decision.grant." + whom + invitation.resource().type() + (workload ? "." + permission(invitation) : "");
    }

    private static String permission(InvitationView invitation) {
        String permission = invitation.permission();
        return permission != null && new Permission(permission).known() ? permission : "UNKNOWN";
    }
}
