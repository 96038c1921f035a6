package io.countersign.simulator.http.operation;

import io.countersign.simulator.http.operation.ResourceBinding.Attribute;
import io.countersign.simulator.http.operation.ResourceBinding.Creation;
import io.countersign.simulator.http.operation.ResourceBinding.Endpoint;
import io.countersign.simulator.http.operation.ResourceBinding.ListFilter;
import io.countersign.simulator.http.operation.ResourceBinding.Member;
import io.countersign.simulator.http.operation.ResourceBinding.ResourceView;
import io.countersign.simulator.http.protocol.JsonInput;
import io.countersign.simulator.http.protocol.ResponseShape;
import io.countersign.simulator.http.protocol.TextConstraint;
import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.ResourceType;
import io.countersign.simulator.model.SharedResource;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Describes the operations on profiles. */
final class ProfileBinding {

    private enum OwnerType {
        SELF,
        SHARED
    }

    private static final ResourceView SUMMARY = ProfileBinding::summary;

    static final ResourceBinding BINDING = new ResourceBinding(
            ResourceType.PROFILE,
            new Creation(
                    new Endpoint("CreateProfile", "POST", "/profiles"),
                    new Member("ProfileName", TextConstraint.NAME),
                    (caller, made) -> ResponseShape.of("ProfileArn", made.arn(), "ProfileVersion", made.version())),
            new Endpoint("GetProfile", "GET", "/profiles/{ProfileArn}"),
            new Endpoint("ListProfiles", "GET", "/profileSummaries"),
            new Member("ProfileArn", TextConstraint.PROFILE_ARN),
            new Member("ProfileVersion", TextConstraint.PROFILE_VERSION),
            List.of(
                    Attribute.text("ProfileDescription", TextConstraint.NAME),
                    new Attribute("ProfileQuestions", JsonInput::asGivenRequired),
                    Attribute.tags()),
            "Profile",
            "ProfileSummaries",
            SUMMARY.withAttributes(),
            SUMMARY,
            ProfileBinding::filter);

    private ProfileBinding() {}

    private static BiPredicate<ApiCaller, SharedResource> filter(JsonInput input) {
        var prefix = ListFilter.prefix("ProfileNamePrefix").read(input);
        var ownerType = input.optionalChoice("ProfileOwnerType", OwnerType.class);
        return prefix.and(
                (caller, profile) -> ownerType == null || (ownerType == OwnerType.SELF) == profile.isOwnedBy(caller));
    }

    private static Map<String, Object> summary(ApiCaller caller, SharedResource profile) {
        return new ResponseShape()
                .with("ProfileArn", profile.arn())
                .with("ProfileVersion", profile.version())
                .with("ProfileName", profile.name())
                .with("ProfileDescription", profile.attributes().get("ProfileDescription"))
                .with("Owner", profile.owner())
                .with("CreatedAt", ResponseShape.timestamp(profile.createdAt()))
                .with("UpdatedAt", ResponseShape.timestamp(profile.updatedAt()))
                .toMap();
    }
}
