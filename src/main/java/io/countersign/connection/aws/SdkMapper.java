package io.countersign.connection.aws;

import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.connection.api.UpdatedInvitation;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitation;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationSummary;

/** Converts SDK types to the records of this module. */
public final class SdkMapper {

    private SdkMapper() {}

    /** @throws IllegalArgumentException if the ID is malformed */
    public static ListedInvitation listed(ShareInvitationSummary summary, ResourceType requested) {
        @Nullable String permission = StoredText.orNull(summary.permissionTypeAsString());
        ResourceType type = type(summary, requested);
        return new ListedInvitation(
                new InvitationId(Objects.requireNonNullElse(summary.shareInvitationId(), "")),
                type,
                StoredText.orNull(summary.sharedBy()),
                StoredText.orNull(summary.sharedWith()),
                permission == null ? null : new Permission(permission),
                StoredText.orNull(name(summary, type)),
                StoredText.orNull(id(summary, type)));
    }

    public static UpdatedInvitation updated(ShareInvitation invitation) {
        return new UpdatedInvitation(
                StoredText.orNull(invitation.shareInvitationId()),
                StoredText.orNull(invitation.shareResourceTypeAsString()),
                StoredText.orNull(invitation.workloadId()),
                StoredText.orNull(invitation.lensAlias()),
                StoredText.orNull(invitation.lensArn()),
                StoredText.orNull(invitation.profileArn()),
                StoredText.orNull(invitation.templateArn()));
    }

    private static ResourceType type(ShareInvitationSummary summary, ResourceType requested) {
        @Nullable String text = summary.shareResourceTypeAsString();
        if (text != null && !text.isBlank()) {
            return new ResourceType(StoredText.of(text));
        }
        return ResourceType.KNOWN.stream()
                .filter(type -> idOf(summary, type) != null)
                .findFirst()
                .orElse(requested);
    }

    private static @Nullable String id(ShareInvitationSummary summary, ResourceType type) {
        return type.known()
                ? idOf(summary, type)
                : first(ResourceType.KNOWN.stream().map(known -> idOf(summary, known)));
    }

    private static @Nullable String name(ShareInvitationSummary summary, ResourceType type) {
        return type.known()
                ? nameOf(summary, type)
                : first(ResourceType.KNOWN.stream().map(known -> nameOf(summary, known)));
    }

    private static @Nullable String first(Stream<@Nullable String> candidates) {
        return candidates.filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable String idOf(ShareInvitationSummary summary, ResourceType type) {
        return switch (type.value()) {
            case "WORKLOAD" -> summary.workloadId();
            case "LENS" -> summary.lensArn();
            case "PROFILE" -> summary.profileArn();
            default -> summary.templateArn();
        };
    }

    private static @Nullable String nameOf(ShareInvitationSummary summary, ResourceType type) {
        return switch (type.value()) {
            case "WORKLOAD" -> summary.workloadName();
            case "LENS" -> summary.lensName();
            case "PROFILE" -> summary.profileName();
            default -> summary.templateName();
        };
    }
}
