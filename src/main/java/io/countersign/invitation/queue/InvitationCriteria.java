package io.countersign.invitation.queue;

import io.countersign.connection.AccountId;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Region;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of the queue about the invitation itself. Null restricts nothing.
 *
 * @param text part of a name, id, ARN or recipient, in any case
 * @param owner an account id as AWS returned it
 * @param badges the badges that all matching invitations have
 * @param resourceOf an invitation whose resource all matching invitations share
 * @param waited hours since the invitation was first seen
 */
public record InvitationCriteria(
        @Nullable String text,
        @Nullable String type,
        @Nullable String account,
        @Nullable String region,
        @Nullable String permission,
        @Nullable String owner,
        Set<Badge> badges,
        @Nullable InvitationId resourceOf,
        @Nullable AgeRange waited) {

    static final InvitationCriteria ALL =
            new InvitationCriteria(null, null, null, null, null, null, Set.of(), null, null);

    public InvitationCriteria {
        badges = Set.copyOf(badges);
    }

    static InvitationCriteria of(QueueParameters parameters) {
        return new InvitationCriteria(
                parameters.text("text"),
                parameters.word("type", "must be a word such as WORKLOAD, LENS, PROFILE or TEMPLATE"),
                parameters.value("account", typed -> new AccountId(typed).value()),
                parameters.value("region", typed -> new Region(typed).value()),
                parameters.word("permission", "must be a word such as READONLY or CONTRIBUTOR"),
                parameters.owner("owner"),
                Badge.of(parameters),
                parameters.value("resourceOf", InvitationId::new),
                parameters.value("waited", AgeRange::parse));
    }

    InvitationCriteria withResourceOf(InvitationId one) {
        return new InvitationCriteria(text, type, account, region, permission, owner, badges, one, waited);
    }

    InvitationCriteria withoutText() {
        return new InvitationCriteria(null, type, account, region, permission, owner, badges, resourceOf, waited);
    }

    void addTo(Map<String, @Nullable Object> parameters) {
        parameters.put("text", text);
        parameters.put("type", type);
        parameters.put("account", account);
        parameters.put("region", region);
        parameters.put("permission", permission);
        parameters.put("owner", owner);
        parameters.put("resourceOf", resourceOf);
        for (Badge badge : Badge.values()) {
            parameters.put(badge.parameter(), badges.contains(badge) ? true : null);
        }
    }
}
