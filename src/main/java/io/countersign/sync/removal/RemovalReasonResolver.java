package io.countersign.sync.removal;

import io.countersign.connection.ResourceType;
import io.countersign.connection.ResourceVisibility;
import io.countersign.connection.api.SharedResources;
import io.countersign.invitation.GoneCause;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.RemovalConfidence;
import io.countersign.invitation.RemovalReason;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Determines why AWS no longer lists an invitation, from the visible resources and the expiry. */
@Component
public class RemovalReasonResolver {

    private final SharedResources sharedResources;

    RemovalReasonResolver(SharedResources sharedResources) {
        this.sharedResources = sharedResources;
    }

    /**
     * @param began the start of the complete poll that no longer listed it
     * @return empty if AWS gave no answer; the next poll then tries again
     */
    public Optional<RemovalReason> about(Invitation missing, Instant began) {
        ResourceVisibility resourceVisibility = sharedResources.find(missing.source(), missing.listed());
        if (resourceVisibility instanceof ResourceVisibility.Unclear) {
            return Optional.empty();
        }
        return Optional.of(
                resourceVisibility instanceof ResourceVisibility.Visible visible && !cameByAnother(missing, visible)
                        ? visible(missing, visible)
                        : absent(missing, began));
    }

    /** The same resource can be shared twice; the other share proves nothing about this invitation. */
    private static boolean cameByAnother(Invitation missing, ResourceVisibility.Visible visible) {
        return visible.shareInvitationId() != null && !visible.cameBy(missing.id());
    }

    private static RemovalReason visible(Invitation missing, ResourceVisibility.Visible visible) {
        GoneCause cause = missing.unclear() ? GoneCause.DECIDED_HERE : GoneCause.ACCEPTED_ELSEWHERE;
        String seen = visible.how() + " shows the resource in the account";
        return visible.cameBy(missing.id())
                ? new RemovalReason(cause, RemovalConfidence.CERTAIN, seen + ", through this invitation.")
                : new RemovalReason(
                        cause,
                        RemovalConfidence.LIKELY,
                        seen + ". AWS does not report through which invitation it came.");
    }

    static RemovalReason absent(Invitation missing, Instant began) {
        if (missing.unclear()) {
            return new RemovalReason(
                    GoneCause.DECIDED_HERE,
                    RemovalConfidence.POSSIBLE,
                    "The response to a decision made here was unclear, and the resource is not in the account.");
        }
        if (missing.listed().user() != null) {
            return new RemovalReason(
                    GoneCause.UNKNOWN,
                    RemovalConfidence.POSSIBLE,
                    "It was shared with one IAM user, and only that user can see the resource: the user may also have accepted"
                            + " it, or it expired.");
        }
        if (!began.isBefore(missing.expiresBy())) {
            return new RemovalReason(
                    GoneCause.EXPIRED,
                    expiryIsDocumented(missing) ? RemovalConfidence.LIKELY : RemovalConfidence.POSSIBLE,
                    "Seven days have passed since it was first seen, and the resource is not in the account.");
        }
        Instant earliest = missing.unseenSince();
        if (earliest != null && !began.isBefore(earliest.plus(Invitation.LIFE))) {
            return new RemovalReason(
                    GoneCause.EXPIRED,
                    RemovalConfidence.POSSIBLE,
                    "It may have been pending before it was first seen, so its seven days may be over.");
        }
        return new RemovalReason(GoneCause.UNKNOWN, RemovalConfidence.POSSIBLE, "The resource is not in the account.");
    }

    /** AWS documents the seven days for workloads and custom lenses only. */
    private static boolean expiryIsDocumented(Invitation missing) {
        ResourceType type = missing.listed().type();
        return type.equals(ResourceType.WORKLOAD) || type.equals(ResourceType.LENS);
    }
}
