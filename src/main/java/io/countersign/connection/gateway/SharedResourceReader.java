package io.countersign.connection.gateway;

import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceType;
import io.countersign.connection.ResourceVisibility.Visible;
import io.countersign.connection.aws.InvalidResponseException;
import io.countersign.connection.aws.StoredText;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.Lens;
import software.amazon.awssdk.services.wellarchitected.model.Profile;
import software.amazon.awssdk.services.wellarchitected.model.ReviewTemplate;
import software.amazon.awssdk.services.wellarchitected.model.Workload;

/** Gets a shared resource in one source by its ID, or searches for it. Throws SDK exceptions. */
public final class SharedResourceReader {

    private final WellArchitectedClient client;
    private final AwsRequestOverrideConfiguration call;
    private final SharedResourceLists lists;

    public SharedResourceReader(WellArchitectedClient client, AwsCredentialsProvider credentials) {
        this.client = client;
        this.call = AwsRequestOverrideConfiguration.builder()
                .credentialsProvider(credentials)
                .build();
        this.lists = new SharedResourceLists(client, call);
    }

    /** @param type a known type */
    Visible get(ResourceType type, String id) {
        return switch (type.value()) {
            case "WORKLOAD" -> workload(id);
            case "LENS" -> lens(id);
            case "PROFILE" -> profile(id);
            default -> template(id);
        };
    }

    /** Returns null if the lists of this type do not show it. */
    @Nullable
    public Visible search(ListedInvitation invitation) {
        return lists.search(invitation);
    }

    private Visible workload(String id) {
        Workload found = required(client.getWorkload(r -> r.workloadId(id).overrideConfiguration(call))
                .workload());
        return visible("GetWorkload", found.owner(), found.shareInvitationId());
    }

    private Visible lens(String id) {
        Lens found = required(
                client.getLens(r -> r.lensAlias(id).overrideConfiguration(call)).lens());
        return visible("GetLens", found.owner(), found.shareInvitationId());
    }

    private Visible profile(String id) {
        Profile found = required(client.getProfile(r -> r.profileArn(id).overrideConfiguration(call))
                .profile());
        return visible("GetProfile", found.owner(), found.shareInvitationId());
    }

    private Visible template(String id) {
        ReviewTemplate found =
                required(client.getReviewTemplate(r -> r.templateArn(id).overrideConfiguration(call))
                        .reviewTemplate());
        return visible("GetReviewTemplate", found.owner(), found.shareInvitationId());
    }

    private static Visible visible(String how, @Nullable String owner, @Nullable String invitation) {
        return new Visible(how, StoredText.orNull(owner), StoredText.orNull(invitation));
    }

    private static <T> T required(@Nullable T found) {
        if (found == null) {
            throw new InvalidResponseException("a response without the resource");
        }
        return found;
    }
}
