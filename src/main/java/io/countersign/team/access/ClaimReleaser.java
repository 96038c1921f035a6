package io.countersign.team.access;

import io.countersign.connection.InvitationId;
import io.countersign.team.persistence.ClaimRepository;
import io.countersign.team.persistence.CommentRepository;
import org.springframework.stereotype.Component;

/** Ends the claim of an invitation whose decision took effect. */
@Component
public class ClaimReleaser {

    private final ClaimRepository claimRepository;
    private final CommentRepository commentRepository;

    public ClaimReleaser(ClaimRepository claimRepository, CommentRepository commentRepository) {
        this.claimRepository = claimRepository;
        this.commentRepository = commentRepository;
    }

    /** @param decider the user who decided and has therefore seen all comments */
    public void release(InvitationId invitation, String decider) {
        claimRepository.end(invitation);
        commentRepository.seen(invitation, decider);
    }
}
