package io.countersign.simulator.http;

import io.countersign.simulator.rules.AwsException;
import io.countersign.simulator.rules.Caller;
import io.countersign.simulator.rules.Library;
import io.countersign.simulator.rules.Resource;
import io.countersign.simulator.rules.ResourceType;
import java.util.List;
import java.util.Map;

/** Profiles, before and after sharing. */
final class ProfileOperations {

    private enum OwnerType {
        SELF,
        SHARED
    }

    private final Library library;

    ProfileOperations(Library library) {
        this.library = library;
    }

    List<Operation> all() {
        return List.of(
                Operation.once("CreateProfile", "POST", "/profiles", this::create),
                Operation.of("GetProfile", "GET", "/profiles/{ProfileArn}", this::get),
                Operation.of("ListProfiles", "GET", "/profileSummaries", this::list));
    }

    private Map<String, Object> create(Caller caller, Input input) {
        var name = input.text("ProfileName", Constraint.NAME);
        var attributes = Shape.of(
                "ProfileDescription",
                input.text("ProfileDescription", Constraint.NAME),
                "ProfileQuestions",
                input.asGivenRequired("ProfileQuestions"),
                "Tags",
                input.asGiven("Tags"));
        input.check();
        var profile = library.create(caller, ResourceType.PROFILE, name, attributes);
        return Shape.of("ProfileArn", profile.arn(), "ProfileVersion", profile.version());
    }

    private Map<String, Object> get(Caller caller, Input input) {
        var arn = input.text("ProfileArn", Constraint.PROFILE_ARN);
        var version = input.optional("ProfileVersion", Constraint.PROFILE_VERSION);
        input.check();
        var profile = library.visible(caller, ResourceType.PROFILE, arn);
        if (version != null && !version.equals(profile.version())) {
            throw AwsException.notFound("PROFILE", arn);
        }
        var shape = summary(profile);
        shape.putAll(profile.attributes());
        library.acceptedInvitation(caller, profile).ifPresent(share -> shape.put("ShareInvitationId", share));
        return Shape.of("Profile", shape);
    }

    private Map<String, Object> list(Caller caller, Input input) {
        var prefix = input.optional("ProfileNamePrefix", Constraint.PREFIX);
        var ownerType = input.optionalChoice("ProfileOwnerType", OwnerType.class);
        var page = input.page(caller + " ListProfiles");
        input.check();
        var found = library.visible(
                caller,
                ResourceType.PROFILE,
                profile -> (prefix == null || profile.name().startsWith(prefix))
                        && (ownerType == null || (ownerType == OwnerType.SELF) == profile.isOwnedBy(caller)),
                page);
        return Shape.of(
                "ProfileSummaries",
                found.items().stream().map(ProfileOperations::summary).toList(),
                "NextToken",
                found.nextToken());
    }

    private static Map<String, Object> summary(Resource profile) {
        return Shape.of(
                "ProfileArn",
                profile.arn(),
                "ProfileVersion",
                profile.version(),
                "ProfileName",
                profile.name(),
                "ProfileDescription",
                profile.attributes().get("ProfileDescription"),
                "Owner",
                profile.owner(),
                "CreatedAt",
                Shape.timestamp(profile.createdAt()),
                "UpdatedAt",
                Shape.timestamp(profile.updatedAt()));
    }
}
