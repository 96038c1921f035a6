package io.countersign.decision.web.approval;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.view.InvitationView;
import java.util.List;

/**
 * The page on which an admin accepts without a second approval.
 *
 * @param required name of {@link io.countersign.policy.RequiredApprovals}
 * @param verdict message key part of the verdict on a break-glass accept now
 * @param skippedApprovers the names of all users who could approve; empty if the verdict is not ALLOWED
 * @param fingerprint of the facts that the page shows
 * @param asksPassword whether the form must carry the password of the reader
 */
record BreakGlassPage(
        InvitationView item,
        String required,
        String verdict,
        List<String> skippedApprovers,
        String fingerprint,
        boolean asksPassword,
        String postHref) {

    static String path(InvitationId invitation) {
        return "/invitations/" + invitation + "/break-glass";
    }
}
