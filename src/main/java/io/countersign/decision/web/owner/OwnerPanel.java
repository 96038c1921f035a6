package io.countersign.decision.web.owner;

import io.countersign.decision.persistence.ReviewRepository;
import io.countersign.invitation.view.RelatedInvitation;
import io.countersign.owner.KnownOwner;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The known facts about the owner of an invitation, as its page shows them.
 *
 * @param internal null if it is not known
 * @param stillTreatedAs as what decisions treat it until a change is confirmed; null if no change is pending
 * @param firstContact whether no invitation of this owner was ever decided here
 * @param past the decisions within the scope of the reader; null if AWS gave no owner
 * @param elsewhere other invitations to the same resource
 */
public record OwnerPanel(
        @Nullable String account,
        @Nullable String name,
        @Nullable Boolean internal,
        String trust,
        @Nullable String note,
        @Nullable String stillTreatedAs,
        boolean firstContact,
        ReviewRepository.@Nullable Past past,
        @Nullable String acceptedHref,
        @Nullable String rejectedHref,
        @Nullable String queueHref,
        List<RelatedInvitation> elsewhere) {

    static OwnerPanel of(
            @Nullable String account,
            KnownOwner known,
            @Nullable String stillTreatedAs,
            ReviewRepository.@Nullable Past past,
            List<RelatedInvitation> elsewhere) {
        return new OwnerPanel(
                account,
                known.name(),
                known.internal(),
                known.standing().trust().name(),
                known.note(),
                stillTreatedAs,
                account != null && !known.decidedBefore(),
                past,
                account == null ? null : history(account, "ACCEPT"),
                account == null ? null : history(account, "REJECT"),
                account == null
                        ? null
                        : UriComponentsBuilder.fromPath("/")
                                .queryParam("owner", "{owner}")
                                .encode()
                                .buildAndExpand(account)
                                .toUriString(),
                elsewhere);
    }

    /** Returns whether the owner directory can hold the account. */
    public boolean booked() {
        return account != null && account.matches("[0-9]{12}");
    }

    private static String history(String owner, String action) {
        return UriComponentsBuilder.fromPath("/history")
                .queryParam("action", action)
                .queryParam("outcome", "DECIDED")
                .queryParam("owner", "{owner}")
                .encode()
                .buildAndExpand(owner)
                .toUriString();
    }
}
