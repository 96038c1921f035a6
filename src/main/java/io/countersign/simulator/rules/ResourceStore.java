package io.countersign.simulator.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What accounts have made, and what of others they may see because they accepted a share. */
public final class Library {

    private final World world;

    public Library(World world) {
        this.world = world;
    }

    public Resource create(Caller owner, ResourceType type, String name, Map<String, Object> attributes) {
        refuseNameTaken(owner, type, name);
        var resource = Resource.make(type, owner, Ids.next(), name, attributes, world.now());
        world.put(resource);
        return resource;
    }

    public Resource redraft(Caller owner, String id, String name, Map<String, Object> attributes) {
        var redrafted = owned(owner, ResourceType.LENS, id).redrafted(name, attributes, world.now());
        world.put(redrafted);
        return redrafted;
    }

    public Resource publish(Caller owner, String id, String version) {
        var lens = owned(owner, ResourceType.LENS, id);
        if (version.equals(lens.version())) {
            throw AwsException.conflict("LENS", id, "The lens already has version " + version + ".");
        }
        var published = lens.published(version, world.now());
        world.put(published);
        return published;
    }

    public Resource visible(Caller caller, ResourceType type, String id) {
        return world.resource(id)
                .filter(found -> found.type() == type && isVisible(caller, found))
                .orElseThrow(() -> AwsException.notFound(type.name(), id));
    }

    public Page<Resource> visible(Caller caller, ResourceType type, Predicate<Resource> wanted, PageRequest page) {
        var found = world.resources()
                .filter(resource -> resource.type() == type && isVisible(caller, resource))
                .filter(wanted);
        return Page.of(found, Resource::sortKey, page);
    }

    /** The accepted invitation by which the caller sees another account's resource. */
    public Optional<String> acceptedInvitation(Caller caller, Resource resource) {
        return resource.isOwnedBy(caller)
                ? Optional.empty()
                : world.sharesOf(resource)
                        .filter(share -> share.isFor(caller) && share.status() == ShareStatus.ACCEPTED)
                        .map(Share::id)
                        .findFirst();
    }

    Resource owned(Caller caller, ResourceType type, String id) {
        var resource = visible(caller, type, id);
        if (!resource.isOwnedBy(caller)) {
            throw AwsException.accessDenied("Only the owner of " + id + " can do this.");
        }
        return resource;
    }

    private boolean isVisible(Caller caller, Resource resource) {
        return resource.isOwnedBy(caller)
                || resource.isIn(caller) && acceptedInvitation(caller, resource).isPresent();
    }

    /** AWS compares workload names without regard to spaces and case; the other types are taken to do the same. */
    private void refuseNameTaken(Caller owner, ResourceType type, String name) {
        world.resources()
                .filter(found -> found.type() == type && found.isOwnedBy(owner))
                .filter(found -> bare(found.name()).equals(bare(name)))
                .findFirst()
                .ifPresent(found -> {
                    throw AwsException.conflict(
                            type.name(), found.id(), "The name is already used in this account and Region.");
                });
    }

    private static String bare(String name) {
        return name.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
