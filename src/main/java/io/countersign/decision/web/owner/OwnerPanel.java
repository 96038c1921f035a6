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
 * @param listed whether the owner directory contains the account
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
        boolean listed,
        @Nullable String stillTreatedAs,
        boolean firstContact,
        ReviewRepository.@Nullable Past past,
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
                known.listed(),
                stillTreatedAs,
                account != null && !known.decidedBefore(),
                past,
                elsewhere);
    }

    /** Returns whether a lead can add the account to the owner directory. */
    public boolean addable() {
        return !listed && account != null && account.matches("[0-9]{12}");
    }

    /** Returns null if AWS gave no owner, like the other links. */
    public @Nullable String acceptedHref() {
        return history("ACCEPT");
    }

    public @Nullable String rejectedHref() {
        return history("REJECT");
    }

    public @Nullable String queueHref() {
        return link(UriComponentsBuilder.fromPath("/"));
    }

    private @Nullable String history(String action) {
        return link(UriComponentsBuilder.fromPath("/history")
                .queryParam("action", action)
                .queryParam("outcome", "DECIDED"));
    }

    private @Nullable String link(UriComponentsBuilder list) {
        return account == null
                ? null
                : list.queryParam("owner", "{owner}")
                        .encode()
                        .buildAndExpand(account)
                        .toUriString();
    }
}
