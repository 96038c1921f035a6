package io.countersign.decision.web;

import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.invitation.view.InvitationView;

/** Says what accepting an invitation lets people do. */
final class GrantMessages {

    private GrantMessages() {}

    /** The permission matters for workloads alone: the other types are only ever shared for use. */
    static String messageKey(InvitationView invitation) {
        if (!new ResourceType(invitation.type()).known()) {
            return "decision.grant.UNKNOWN";
        }
        boolean workload = invitation.type().equals(ResourceType.WORKLOAD.value());
        return "decision.grant." + invitation.type() + (workload ? "." + permission(invitation) : "");
    }

    private static String permission(InvitationView invitation) {
        String permission = invitation.permission();
        return permission != null && new Permission(permission).known() ? permission : "UNKNOWN";
    }
}
