package io.countersign.simulator.http.operation;

import io.countersign.simulator.http.protocol.TextConstraint;
import io.countersign.simulator.model.ResourceType;
import java.util.List;

/**
 * Describes the share operations of one resource type.
 *
 * @param label the member that names the resource
 * @param echo whether responses repeat the resource
 */
record ShareBinding(
        ResourceType type,
        String word,
        String label,
        TextConstraint constraint,
        String path,
        boolean echo,
        boolean permission) {

    static final List<ShareBinding> ALL = List.of(
            new ShareBinding(
                    ResourceType.WORKLOAD,
                    "Workload",
                    "WorkloadId",
                    TextConstraint.WORKLOAD_ID,
                    "/workloads/{WorkloadId}/shares",
                    true,
                    true),
            new ShareBinding(
                    ResourceType.LENS,
                    "Lens",
                    "LensAlias",
                    TextConstraint.LENS_ALIAS,
                    "/lenses/{LensAlias}/shares",
                    false,
                    false),
            new ShareBinding(
                    ResourceType.PROFILE,
                    "Profile",
                    "ProfileArn",
                    TextConstraint.PROFILE_ARN,
                    "/profiles/{ProfileArn}/shares",
                    true,
                    false),
            new ShareBinding(
                    ResourceType.TEMPLATE,
                    "Template",
                    "TemplateArn",
                    TextConstraint.TEMPLATE_ARN,
                    "/templates/shares/{TemplateArn}",
                    true,
                    false));
}
