package io.countersign.simulator.rules;

import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.AwsException;
import io.countersign.simulator.model.IdGenerator;
import io.countersign.simulator.model.PageRequest;
import io.countersign.simulator.model.ResourceShare;
import io.countersign.simulator.model.ResourceType;
import io.countersign.simulator.model.ResultPage;
import io.countersign.simulator.model.SharePermission;
import io.countersign.simulator.model.SharePrincipal;
import io.countersign.simulator.model.ShareStatus;
import io.countersign.simulator.model.SharedResource;
import org.jspecify.annotations.Nullable;

/** The rules for the owner: creates, changes, revokes and lists shares of a resource. */
public final class ShareRules {

    private final SimulatedAws aws;
    private final ResourceStore store;

    public ShareRules(SimulatedAws aws, ResourceStore store) {
        this.aws = aws;
        this.store = store;
    }

    public ResourceShare share(
            ApiCaller owner, ResourceType type, String resourceId, String sharedWith, SharePermission permission) {
        var principal = SharePrincipal.of(sharedWith);
        var resource = store.owned(owner, type, resourceId);
        refuseUnshareable(resource, principal);
        refuseSecond(resource, principal);
        refuseOverQuota(resource, principal);
        var share = ResourceShare.offer(IdGenerator.next(), resource, principal, permission, aws.now());
        aws.put(share);
        return share;
    }

    public ResourceShare changePermission(
            ApiCaller owner, String workloadId, String shareId, SharePermission permission) {
        var changed =
                existing(owner, ResourceType.WORKLOAD, workloadId, shareId).withPermission(permission, aws.now());
        aws.put(changed);
        return changed;
    }

    public void revoke(ApiCaller owner, ResourceType type, String resourceId, String shareId) {
        aws.put(existing(owner, type, resourceId, shareId).revoked());
    }

    public ResultPage<ResourceShare> list(
            ApiCaller owner,
            ResourceType type,
            String resourceId,
            String prefix,
            @Nullable ShareStatus status,
            PageRequest page) {
        var now = aws.now();
        var found = aws.sharesOf(store.owned(owner, type, resourceId))
                .filter(share -> share.sharedWith().startsWith(prefix))
                .filter(share -> status == null || share.statusAt(now) == status);
        return ResultPage.of(found, ResourceShare::sortKey, page);
    }

    public ShareStatus statusOf(ResourceShare share) {
        return share.statusAt(aws.now());
    }

    private ResourceShare existing(ApiCaller owner, ResourceType type, String resourceId, String shareId) {
        return aws.sharesOf(store.owned(owner, type, resourceId))
                .filter(share -> share.id().equals(shareId) && share.status() != ShareStatus.REVOKED)
                .findFirst()
                .orElseThrow(() -> AwsException.notFound("SHARE", shareId));
    }

    private static void refuseUnshareable(SharedResource resource, SharePrincipal principal) {
        if (resource.owner().equals(principal.account())) {
            throw AwsException.invalidFor("OTHER", "The shared with user cannot belong to the sharer's account.");
        }
        if (resource.isDraft()) {
            throw AwsException.invalidFor("OTHER", "A lens can be shared after a version of it was published.");
        }
    }

    private void refuseSecond(SharedResource resource, SharePrincipal principal) {
        aws.sharesOf(resource)
                .filter(share -> share.sharedWith().equals(principal.sharedWith()))
                .filter(share -> statusOf(share).isLive())
                .findFirst()
                .ifPresent(share -> {
                    throw AwsException.conflict(
                            "SHARE", share.id(), "The resource is already shared with " + share.sharedWith() + ".");
                });
    }

    private void refuseOverQuota(SharedResource resource, SharePrincipal principal) {
        var quota = resource.type().shareQuota();
        if (quota == null || principal.account() == null) {
            return;
        }
        var used = aws.sharesOf(resource)
                .filter(share -> share.recipient() != null && statusOf(share).isLive())
                .count();
        if (used >= quota) {
            throw AwsException.quota(
                    resource.type().name(),
                    resource.id(),
                    "shares-per-" + resource.type().arnWord(),
                    "The resource is already shared with " + quota + " accounts and users.");
        }
    }
}
