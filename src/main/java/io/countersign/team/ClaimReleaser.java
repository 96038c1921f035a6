package io.countersign.team;

import io.countersign.connection.InvitationId;
import org.springframework.stereotype.Component;

/** Ends the assignment of an invitation whose decision took effect. */
@Component
public class ClaimReleaser {

    private final Claims claims;
    private final Remarks remarks;

    ClaimReleaser(Claims claims, Remarks remarks) {
        this.claims = claims;
        this.remarks = remarks;
    }

    /** @param decider who decided, and has therefore seen all comments */
    public void release(InvitationId invitation, String decider) {
        claims.end(invitation);
        remarks.seen(invitation, decider);
    }
}
