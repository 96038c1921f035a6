package io.countersign.connection.gateway;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.AwsFailure.Kind;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceType;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.aws.SdkErrorMapper;
import io.countersign.connection.aws.SdkMapper;
import io.countersign.connection.aws.StoredText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.ListShareInvitationsResponse;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationSummary;

/** Reads the pages of one type in sequence and keeps the invitations read before a failure. */
final class InvitationPager {

    static final int PAGE_LIMIT = 10_000;
    private static final int PAGE_SIZE = 50;

    private final WellArchitectedClient client;
    private final AwsCredentialsProvider credentials;
    private final ResourceType type;
    private final Map<InvitationId, ListedInvitation> seen = new LinkedHashMap<>();
    private final Set<String> tokens = new HashSet<>();
    private @Nullable AwsFailure awsFailure;

    InvitationPager(WellArchitectedClient client, AwsCredentialsProvider credentials, ResourceType type) {
        this.client = client;
        this.credentials = credentials;
        this.type = type;
    }

    ListOutcome read() {
        try {
            readPages();
        } catch (RuntimeException thrown) {
            awsFailure = SdkErrorMapper.of(thrown);
        }
        List<ListedInvitation> invitations = List.copyOf(seen.values());
        return awsFailure == null
                ? new ListOutcome.Complete(invitations)
                : new ListOutcome.Incomplete(invitations, awsFailure);
    }

    private void readPages() {
        @Nullable String token = null;
        do {
            ListShareInvitationsResponse page = page(token);
            token = page.nextToken();
            if (!page.hasShareInvitationSummaries() && (token == null || token.isEmpty())) {
                // a missing list is not an empty list
                awsFailure = invalidResponse("a response without ShareInvitationSummaries");
            }
            page.shareInvitationSummaries().forEach(this::keep);
        } while (hasNextPage(token));
    }

    private ListShareInvitationsResponse page(@Nullable String token) {
        return client.listShareInvitations(request -> request.shareResourceType(type.value())
                .maxResults(PAGE_SIZE)
                .nextToken(token)
                .overrideConfiguration(call -> call.credentialsProvider(credentials)));
    }

    /** Keeps the later of two entries with the same ID, because it is newer. */
    private void keep(@Nullable ShareInvitationSummary summary) {
        @Nullable String id = summary == null ? null : summary.shareInvitationId();
        try {
            if (summary == null) {
                throw new IllegalArgumentException("null");
            }
            ListedInvitation invitation = SdkMapper.listed(summary, type);
            seen.put(invitation.id(), invitation);
        } catch (IllegalArgumentException malformed) {
            awsFailure = invalidResponse(
                    id == null
                            ? "an invitation without ShareInvitationId"
                            : "an invitation with a malformed ShareInvitationId: " + StoredText.of(id));
        }
    }

    private boolean hasNextPage(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return false;
        }
        if (!tokens.add(token)) {
            awsFailure = invalidResponse("repeated NextToken");
            return false;
        }
        if (tokens.size() >= PAGE_LIMIT) {
            awsFailure = invalidResponse("more than " + PAGE_LIMIT + " pages");
            return false;
        }
        return true;
    }

    private static AwsFailure invalidResponse(String message) {
        return new AwsFailure(Kind.BAD_ANSWER, message, null, null);
    }
}
