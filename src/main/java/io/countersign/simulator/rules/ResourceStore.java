package io.countersign.simulator.rules;

import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.AwsException;
import io.countersign.simulator.model.IdGenerator;
import io.countersign.simulator.model.PageRequest;
import io.countersign.simulator.model.ResourceShare;
import io.countersign.simulator.model.ResourceType;
import io.countersign.simulator.model.ResultPage;
import io.countersign.simulator.model.ShareStatus;
import io.countersign.simulator.model.SharedResource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The resources that an account owns or sees through an accepted share. */
public final class ResourceStore {

    private final SimulatedAws aws;

    public ResourceStore(SimulatedAws aws) {
        this.aws = aws;
    }

    public SharedResource create(ApiCaller owner, ResourceType type, String name, Map<String, Object> attributes) {
        refuseNameTaken(owner, type, name);
        var resource = SharedResource.make(type, owner, IdGenerator.next(), name, attributes, aws.now());
        aws.put(resource);
        return resource;
    }

    public SharedResource reimport(ApiCaller owner, String id, String name, Map<String, Object> attributes) {
        var reimported = owned(owner, ResourceType.LENS, id).reimported(name, attributes, aws.now());
        aws.put(reimported);
        return reimported;
    }

    public SharedResource publish(ApiCaller owner, String id, String version) {
        var lens = owned(owner, ResourceType.LENS, id);
        if (version.equals(lens.version())) {
            throw AwsException.conflict("LENS", id, "The lens already has version " + version + ".");
        }
        var published = lens.published(version, aws.now());
        aws.put(published);
        return published;
    }

    public SharedResource visible(ApiCaller caller, ResourceType type, String id) {
        return aws.resource(id)
                .filter(found -> found.type() == type && isVisible(caller, found))
                .orElseThrow(() -> AwsException.notFound(type.name(), id));
    }

    public ResultPage<SharedResource> visible(
            ApiCaller caller, ResourceType type, Predicate<SharedResource> wanted, PageRequest page) {
        var found = aws.resources()
                .filter(resource -> resource.type() == type && isVisible(caller, resource))
                .filter(wanted);
        return ResultPage.of(found, SharedResource::sortKey, page);
    }

    /** The accepted invitation by which the caller sees another account's resource. */
    public Optional<String> acceptedInvitation(ApiCaller caller, SharedResource resource) {
        return resource.isOwnedBy(caller)
                ? Optional.empty()
                : aws.sharesOf(resource)
                        .filter(share -> share.isFor(caller) && share.status() == ShareStatus.ACCEPTED)
                        .map(ResourceShare::id)
                        .findFirst();
    }

    SharedResource owned(ApiCaller caller, ResourceType type, String id) {
        var resource = visible(caller, type, id);
        if (!resource.isOwnedBy(caller)) {
            throw AwsException.accessDenied("Only the owner of " + id + " can do this.");
        }
        return resource;
    }

    private boolean isVisible(ApiCaller caller, SharedResource resource) {
        return resource.isOwnedBy(caller)
                || resource.isIn(caller) && acceptedInvitation(caller, resource).isPresent();
    }

    /** AWS ignores spaces and case when it compares workload names; the simulator assumes the same for the other types. */
    private void refuseNameTaken(ApiCaller owner, ResourceType type, String name) {
        aws.resources()
                .filter(found -> found.type() == type && found.isOwnedBy(owner))
                .filter(found -> normalized(found.name()).equals(normalized(name)))
                .findFirst()
                .ifPresent(found -> {
                    throw AwsException.conflict(
                            type.name(), found.id(), "The name is already used in this account and Region.");
                });
    }

    private static String normalized(String name) {
        return name.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
