package io.countersign.connection.gateway;

import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceVisibility.Visible;
import io.countersign.connection.aws.InvalidResponseException;
import io.countersign.connection.aws.StoredText;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.LensType;
import software.amazon.awssdk.services.wellarchitected.model.ListLensesResponse;
import software.amazon.awssdk.services.wellarchitected.model.ListProfilesResponse;
import software.amazon.awssdk.services.wellarchitected.model.ListReviewTemplatesResponse;
import software.amazon.awssdk.services.wellarchitected.model.ListWorkloadsResponse;
import software.amazon.awssdk.services.wellarchitected.model.ProfileOwnerType;

/** Searches the lists of resources in one source for a shared resource. Throws SDK exceptions. */
record SharedResourceLists(WellArchitectedClient client, AwsRequestOverrideConfiguration call) {

    private static final int PAGE_SIZE = 50;

    /** One entry of a list. */
    private record Line(
            @Nullable String id,
            @Nullable String name,
            @Nullable String owner) {

        boolean isOf(ListedInvitation invitation) {
            return invitation.resourceId() == null
                    ? Objects.equals(name, invitation.resourceName()) && Objects.equals(owner, invitation.sharedBy())
                    : invitation.resourceId().equals(id);
        }
    }

    /** Returns null if the lists of this type do not show it. */
    @Nullable
    Visible search(ListedInvitation invitation) {
        return switch (invitation.type().value()) {
            case "WORKLOAD" -> first("ListWorkloads", workloads(), invitation);
            case "LENS" -> first("ListLenses", lenses(), invitation);
            case "PROFILE" -> first("ListProfiles", profiles(), invitation);
            default -> first("ListReviewTemplates", templates(), invitation);
        };
    }

    private static @Nullable Visible first(String how, Stream<Line> lines, ListedInvitation invitation) {
        return lines.filter(line -> line.isOf(invitation))
                .findFirst()
                .map(line -> new Visible(how, StoredText.orNull(line.owner()), null))
                .orElse(null);
    }

    private Stream<Line> workloads() {
        return pages(
                        client.listWorkloadsPaginator(
                                r -> r.maxResults(PAGE_SIZE).overrideConfiguration(call)),
                        ListWorkloadsResponse::nextToken)
                .flatMap(page -> page.workloadSummaries().stream())
                .map(line -> new Line(line.workloadId(), line.workloadName(), line.owner()));
    }

    private Stream<Line> lenses() {
        return pages(
                        client.listLensesPaginator(r -> r.lensType(LensType.CUSTOM_SHARED)
                                .maxResults(PAGE_SIZE)
                                .overrideConfiguration(call)),
                        ListLensesResponse::nextToken)
                .flatMap(page -> page.lensSummaries().stream())
                .map(line -> new Line(line.lensArn(), line.lensName(), line.owner()));
    }

    private Stream<Line> profiles() {
        return pages(
                        client.listProfilesPaginator(r -> r.profileOwnerType(ProfileOwnerType.SHARED)
                                .maxResults(PAGE_SIZE)
                                .overrideConfiguration(call)),
                        ListProfilesResponse::nextToken)
                .flatMap(page -> page.profileSummaries().stream())
                .map(line -> new Line(line.profileArn(), line.profileName(), line.owner()));
    }

    private Stream<Line> templates() {
        return pages(
                        client.listReviewTemplatesPaginator(
                                r -> r.maxResults(PAGE_SIZE).overrideConfiguration(call)),
                        ListReviewTemplatesResponse::nextToken)
                .flatMap(page -> page.reviewTemplates().stream())
                .map(line -> new Line(line.templateArn(), line.templateName(), line.owner()));
    }

    /** Fails on an endless list, which does not prove that a resource is missing. */
    private static <P> Stream<P> pages(SdkIterable<P> pages, Function<P, @Nullable String> nextToken) {
        Set<String> tokens = new HashSet<>();
        return pages.stream().peek(page -> {
            if (!tokens.add(String.valueOf(nextToken.apply(page))) || tokens.size() > InvitationPager.PAGE_LIMIT) {
                throw new InvalidResponseException("repeated NextToken");
            }
        });
    }
}
