package io.countersign.invitation;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.connection.ListedInvitation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes views of invitations. */
@Component
class InvitationViews {

    private static final Duration URGENT = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofDays(3);

    private final Connections connections;
    private final KnownAccounts knownAccounts;
    private final InstantSource clock;

    InvitationViews(Connections connections, KnownAccounts knownAccounts, InstantSource clock) {
        this.connections = connections;
        this.knownAccounts = knownAccounts;
        this.clock = clock;
    }

    InvitationView view(Invitation invitation, QueueFilter filter) {
        ListedInvitation listed = invitation.listed();
        Optional<KnownAccount> owner = Optional.ofNullable(listed.sharedBy()).flatMap(knownAccounts::find);
        Duration left = Duration.between(clock.instant(), invitation.expiresBy());
        return new InvitationView(
                invitation.id().value(),
                listed.resourceName(),
                listed.type().value(),
                listed.resourceId(),
                listed.sharedBy(),
                owner.map(KnownAccount::name).orElse(null),
                owner.map(KnownAccount::insideOrganization).orElse(null),
                invitation.source().account().value(),
                accountName(invitation),
                invitation.source().region().value(),
                listed.sharedWith(),
                listed.permission() == null ? null : listed.permission().value(),
                invitation.firstSeen(),
                invitation.unseenSince(),
                invitation.lastSeen(),
                invitation.expiresBy(),
                urgency(left),
                mark(invitation),
                invitation.openDecision(),
                filter.link("/invitations/" + invitation.id()));
    }

    /** Everything first seen up to then expires within a day. */
    Instant urgentIfSeenBy() {
        return clock.instant().plus(URGENT).minus(Invitation.LIFE);
    }

    private String accountName(Invitation invitation) {
        AccountId account = invitation.source().account();
        return connections
                .find(account)
                .map(Connection::name)
                // a paused connection keeps its name
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
