package io.countersign.sync.poll;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.ListOutcome;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceType;
import io.countersign.connection.ShareInvitations;
import io.countersign.connection.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists everything in one source, type by type. */
class SourceReader {

    /** What holds for the source as a whole: the other types would fail likewise, each after its own wait. */
    private static final Set<AwsFailure.Kind> HOPELESS = EnumSet.of(
            AwsFailure.Kind.ACCESS_DENIED,
            AwsFailure.Kind.CREDENTIALS_EXPIRED,
            AwsFailure.Kind.CREDENTIALS_REFUSED,
            AwsFailure.Kind.CREDENTIALS_MISSING,
            AwsFailure.Kind.CREDENTIALS_UNAVAILABLE,
            AwsFailure.Kind.ROLE_REFUSED,
            AwsFailure.Kind.SOURCE_IDENTITY_REFUSED,
            AwsFailure.Kind.SESSION_TOO_LONG,
            AwsFailure.Kind.UNREACHABLE,
            AwsFailure.Kind.TIMEOUT,
            AwsFailure.Kind.THROTTLED,
            AwsFailure.Kind.NOT_CONNECTED);

    private final ShareInvitations shareInvitations;
    private final AwsCallLimiter bound;

    SourceReader(ShareInvitations shareInvitations, AwsCallLimiter bound) {
        this.shareInvitations = shareInvitations;
        this.bound = bound;
    }

    /** @param failure the first failure; null where everything was read */
    record Result(List<ListedInvitation> seen, @Nullable AwsFailure failure) {}

    Result read(Source source) {
        // by id, since an unfiltered answer may repeat what another type's answer held
        Map<String, ListedInvitation> seen = new LinkedHashMap<>();
        AwsFailure awsFailure = null;
        for (ResourceType type : ResourceType.KNOWN) {
            ListOutcome outcome = list(source, type);
            outcome.seen().forEach(listed -> seen.put(listed.id().value(), listed));
            if (outcome instanceof ListOutcome.Incomplete incomplete) {
                awsFailure = awsFailure == null ? incomplete.failure() : awsFailure;
                if (HOPELESS.contains(incomplete.failure().kind())) {
                    break;
                }
            }
        }
        return new Result(new ArrayList<>(seen.values()), awsFailure);
    }

    private ListOutcome list(Source source, ResourceType type) {
        AwsCallLimiter.Place place = bound.take();
        try {
            return shareInvitations.list(source, type);
        } finally {
            place.close();
        }
    }
}
