package io.countersign.invitation.view;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.connection.ListedInvitation;
import io.countersign.invitation.ExpiryDeadline;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.owner.KnownOwner;
import io.countersign.owner.Owners;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles views of invitations. */
@Component
public class InvitationViewAssembler {

    private static final Duration URGENT = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofDays(3);

    private final Connections connections;
    private final KnownAccounts knownAccounts;
    private final Owners owners;
    private final InstantSource clock;

    InvitationViewAssembler(Connections connections, KnownAccounts knownAccounts, Owners owners, InstantSource clock) {
        this.connections = connections;
        this.knownAccounts = knownAccounts;
        this.owners = owners;
        this.clock = clock;
    }

    InvitationView view(Invitation invitation, QueueFilter filter) {
        return views(List.of(invitation), filter).get(0);
    }

    /** Loads the owners of all invitations together. */
    public List<InvitationView> views(List<Invitation> invitations, QueueFilter filter) {
        Set<String> sharing = invitations.stream()
                .map(invitation -> invitation.listed().sharedBy())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, KnownOwner> known = owners.find(sharing);
        return invitations.stream()
                .map(each -> {
                    String owner = each.listed().sharedBy();
                    return view(each, owner == null ? null : known.get(owner), filter);
                })
                .toList();
    }

    private InvitationView view(Invitation invitation, @Nullable KnownOwner owner, QueueFilter filter) {
        ListedInvitation listed = invitation.listed();
        return new InvitationView(
                invitation.id().value(),
                new InvitationView.Resource(listed.resourceName(), listed.type().value(), listed.resourceId()),
                InvitationView.Owner.of(listed.sharedBy(), owner),
                recipient(invitation),
                listed.permission() == null ? null : listed.permission().value(),
                timing(invitation),
                mark(invitation),
                filter.link("/invitations/" + invitation.id()),
                invitation.proposedBy(),
                invitation.removal());
    }

    private InvitationView.Recipient recipient(Invitation invitation) {
        return new InvitationView.Recipient(
                invitation.source().account().value(),
                accountName(invitation),
                invitation.source().region().value(),
                invitation.listed().sharedWith(),
                invitation.listed().user(),
                connections.contains(invitation.source()));
    }

    private InvitationView.Timing timing(Invitation invitation) {
        Duration left = Duration.between(clock.instant(), invitation.expiresBy());
        return new InvitationView.Timing(
                invitation.firstSeen(),
                invitation.unseenSince(),
                invitation.lastSeen(),
                invitation.expiresBy(),
                urgency(left),
                Optional.ofNullable(ExpiryDeadline.reached(left))
                        .map(ExpiryDeadline::hours)
                        .orElse(null));
    }

    /** Returns the latest first-seen time of invitations that expire within a day. */
    public Instant urgentIfSeenBy() {
        return clock.instant().plus(URGENT).minus(Invitation.LIFE);
    }

    private String accountName(Invitation invitation) {
        AccountId account = invitation.source().account();
        return connections
                .find(account)
                .map(Connection::name)
                // A paused connection keeps its name.
                .or(() -> knownAccounts.find(account.value()).map(KnownAccount::name))
                .orElse(account.value());
    }

    private static String urgency(Duration left) {
        if (left.isNegative()) {
            return "over";
        }
        if (left.compareTo(URGENT) <= 0) {
            return "urgent";
        }
        return left.compareTo(SOON) <= 0 ? "soon" : "calm";
    }

    private static String mark(Invitation invitation) {
        if (invitation.openDecision() == null) {
            return invitation.state().name();
        }
        if (invitation.unclear()) {
            return "UNCLEAR";
        }
        return invitation.held() ? "HELD" : "SENDING";
    }
}
