package io.countersign.sync.poll;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.ConnectionVerification;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceType;
import io.countersign.connection.Source;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.api.ShareInvitations;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists all invitations of one source, one resource type after the other. */
class SourceReader {

    /** Failures of the whole source: the other types would fail too, each after its own wait. */
    private static final Set<AwsFailure.Kind> WHOLE_SOURCE = EnumSet.of(
            AwsFailure.Kind.ACCESS_DENIED,
            AwsFailure.Kind.CREDENTIALS_EXPIRED,
            AwsFailure.Kind.CREDENTIALS_REFUSED,
            AwsFailure.Kind.CREDENTIALS_MISSING,
            AwsFailure.Kind.CREDENTIALS_UNAVAILABLE,
            AwsFailure.Kind.REGION_NOT_ENABLED,
            AwsFailure.Kind.ROLE_REFUSED,
            AwsFailure.Kind.SOURCE_IDENTITY_REFUSED,
            AwsFailure.Kind.SESSION_TOO_LONG,
            AwsFailure.Kind.UNREACHABLE,
            AwsFailure.Kind.TIMEOUT,
            AwsFailure.Kind.THROTTLED,
            AwsFailure.Kind.NOT_CONNECTED);

    private final ShareInvitations shareInvitations;
    private final AwsCallLimiter limiter;
    private final ConnectionVerification verification;

    SourceReader(ShareInvitations shareInvitations, AwsCallLimiter limiter, ConnectionVerification verification) {
        this.shareInvitations = shareInvitations;
        this.limiter = limiter;
        this.verification = verification;
    }

    /** @param failure the first failure; null if everything was read */
    record Result(List<ListedInvitation> seen, @Nullable AwsFailure failure) {}

    Result read(Source source) {
        // by id, because the listings of two types may contain the same invitation
        Map<String, ListedInvitation> seen = new LinkedHashMap<>();
        AwsFailure awsFailure = null;
        for (ResourceType type : ResourceType.KNOWN) {
            ListOutcome outcome = list(source, type);
            outcome.seen().forEach(listed -> seen.put(listed.id().value(), listed));
            if (outcome instanceof ListOutcome.Incomplete incomplete) {
                awsFailure = awsFailure == null ? incomplete.failure() : awsFailure;
                if (WHOLE_SOURCE.contains(incomplete.failure().kind())) {
                    break;
                }
            }
        }
        if (awsFailure == null) {
            verification.readSucceeded(source.account());
        }
        return new Result(new ArrayList<>(seen.values()), awsFailure);
    }

    private ListOutcome list(Source source, ResourceType type) {
        AwsCallLimiter.Permit permit = limiter.acquire();
        try {
            return shareInvitations.list(source, type);
        } finally {
            permit.close();
        }
    }
}
