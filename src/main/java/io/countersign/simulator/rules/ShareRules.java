package io.countersign.simulator.rules;

import org.jspecify.annotations.Nullable;

/** The owner's side: making, changing, revoking and listing shares of a resource. */
public final class Sharing {

    private final World world;
    private final Library library;

    public Sharing(World world, Library library) {
        this.world = world;
        this.library = library;
    }

    public Share share(Caller owner, ResourceType type, String resourceId, String sharedWith, Permission permission) {
        var principal = Principal.of(sharedWith);
        var resource = library.owned(owner, type, resourceId);
        refuseUnshareable(resource, principal);
        refuseSecond(resource, principal);
        refuseOverQuota(resource, principal);
        var share = Share.offer(Ids.next(), resource, principal, permission, world.now());
        world.put(share);
        return share;
    }

    public Share changePermission(Caller owner, String workloadId, String shareId, Permission permission) {
        var changed =
                existing(owner, ResourceType.WORKLOAD, workloadId, shareId).withPermission(permission, world.now());
        world.put(changed);
        return changed;
    }

    public void revoke(Caller owner, ResourceType type, String resourceId, String shareId) {
        world.put(existing(owner, type, resourceId, shareId).revoked());
    }

    public Page<Share> list(
            Caller owner,
            ResourceType type,
            String resourceId,
            String prefix,
            @Nullable ShareStatus status,
            PageRequest page) {
        var now = world.now();
        var found = world.sharesOf(library.owned(owner, type, resourceId))
                .filter(share -> share.sharedWith().startsWith(prefix))
                .filter(share -> status == null || share.statusAt(now) == status);
        return Page.of(found, Share::sortKey, page);
    }

    public ShareStatus statusOf(Share share) {
        return share.statusAt(world.now());
    }

    private Share existing(Caller owner, ResourceType type, String resourceId, String shareId) {
        return world.sharesOf(library.owned(owner, type, resourceId))
                .filter(share -> share.id().equals(shareId) && share.status() != ShareStatus.REVOKED)
                .findFirst()
                .orElseThrow(() -> AwsException.notFound("SHARE", shareId));
    }

    private static void refuseUnshareable(Resource resource, Principal principal) {
        if (resource.owner().equals(principal.sharedWith())) {
            throw AwsException.invalid("SharedWith", "A resource cannot be shared with its owner.");
        }
        if (resource.isDraft()) {
            throw AwsException.invalidFor("OTHER", "A lens can be shared after a version of it was published.");
        }
    }

    private void refuseSecond(Resource resource, Principal principal) {
        world.sharesOf(resource)
                .filter(share -> share.sharedWith().equals(principal.sharedWith()))
                .filter(share -> statusOf(share).isLive())
                .findFirst()
                .ifPresent(share -> {
                    throw AwsException.conflict(
                            "SHARE", share.id(), "The resource is already shared with " + share.sharedWith() + ".");
                });
    }

    private void refuseOverQuota(Resource resource, Principal principal) {
        var quota = resource.type().shareQuota();
        if (quota == null || principal.account() == null) {
            return;
        }
        var used = world.sharesOf(resource)
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
