package io.countersign.simulator;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.PermissionType;
import software.amazon.awssdk.services.wellarchitected.model.ProfileQuestionUpdate;
import software.amazon.awssdk.services.wellarchitected.model.ShareResourceType;
import software.amazon.awssdk.services.wellarchitected.model.ShareStatus;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadEnvironment;

/** Creates resources of all types in an owner's account and shares them. */
public final class SharedTestResources {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final WellArchitectedClient owner;

    public SharedTestResources(WellArchitectedClient owner) {
        this.owner = owner;
    }

    public String make(ShareResourceType type) {
        int number = NUMBER.incrementAndGet();
        return switch (type) {
            case WORKLOAD -> workload("Workload " + number);
            case LENS -> lens("Lens " + number);
            case PROFILE -> profile("Profile " + number);
            case TEMPLATE -> template("Template " + number);
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    String workload(String name) {
        return owner.createWorkload(b -> b.workloadName(name)
                        .description("A workload")
                        .environment(WorkloadEnvironment.PRODUCTION)
                        .lenses("wellarchitected")
                        .awsRegions("eu-west-1"))
                .workloadId();
    }

    String draftLens(String name) {
        return owner.importLens(b -> b.jsonString(lensDocument(name))).lensArn();
    }

    static String lensDocument(String name) {
        return """
                {"schemaVersion": "2021-11-01", "name": "%s", "description": "A lens",
                 "pillars": [{"id": "custom_pillar", "name": "Custom pillar", "questions": []}]}""".formatted(name);
    }

    String lens(String name) {
        var arn = draftLens(name);
        owner.createLensVersion(b -> b.lensAlias(arn).lensVersion("1.0").isMajorVersion(true));
        return arn;
    }

    String profile(String name) {
        var question = ProfileQuestionUpdate.builder()
                .questionId("goal")
                .selectedChoiceIds("speed")
                .build();
        return owner.createProfile(
                        b -> b.profileName(name).profileDescription("A profile").profileQuestions(question))
                .profileArn();
    }

    String template(String name) {
        return owner.createReviewTemplate(
                        b -> b.templateName(name).description("A template").lenses("wellarchitected"))
                .templateArn();
    }

    public String share(ShareResourceType type, String id, String with) {
        return switch (type) {
            case WORKLOAD ->
                owner.createWorkloadShare(
                                b -> b.workloadId(id).sharedWith(with).permissionType(PermissionType.CONTRIBUTOR))
                        .shareId();
            case LENS ->
                owner.createLensShare(b -> b.lensAlias(id).sharedWith(with)).shareId();
            case PROFILE ->
                owner.createProfileShare(b -> b.profileArn(id).sharedWith(with)).shareId();
            case TEMPLATE ->
                owner.createTemplateShare(b -> b.templateArn(id).sharedWith(with))
                        .shareId();
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    String shareNew(ShareResourceType type, String with) {
        return share(type, make(type), with);
    }

    List<ShareStatus> statuses(ShareResourceType type, String id) {
        return switch (type) {
            case WORKLOAD ->
                owner.listWorkloadShares(b -> b.workloadId(id)).workloadShareSummaries().stream()
                        .map(s -> s.status())
                        .toList();
            case LENS ->
                owner.listLensShares(b -> b.lensAlias(id)).lensShareSummaries().stream()
                        .map(s -> s.status())
                        .toList();
            case PROFILE ->
                owner.listProfileShares(b -> b.profileArn(id)).profileShareSummaries().stream()
                        .map(s -> s.status())
                        .toList();
            case TEMPLATE ->
                owner.listTemplateShares(b -> b.templateArn(id)).templateShareSummaries().stream()
                        .map(s -> s.status())
                        .toList();
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    void unshare(ShareResourceType type, String id, String share) {
        switch (type) {
            case WORKLOAD -> owner.deleteWorkloadShare(b -> b.workloadId(id).shareId(share));
            case LENS -> owner.deleteLensShare(b -> b.lensAlias(id).shareId(share));
            case PROFILE -> owner.deleteProfileShare(b -> b.profileArn(id).shareId(share));
            case TEMPLATE -> owner.deleteTemplateShare(b -> b.templateArn(id).shareId(share));
            default -> throw new IllegalArgumentException(type.toString());
        }
    }
}
