package io.countersign.simulator.http.operation;

import io.countersign.simulator.http.protocol.TextConstraint;
import io.countersign.simulator.model.ResourceType;
import java.util.List;

/**
 * Describes the share operations of one resource type.
 *
 * @param label the member that names the resource
 * @param echo whether responses repeat the resource
 * @param largestPage the largest number of shares per page; ListLensShares refuses more than 10, although the model says 50
 */
record ShareBinding(
        ResourceType type,
        String word,
        String label,
        TextConstraint constraint,
        String path,
        boolean echo,
        boolean permission,
        int largestPage) {

    static final List<ShareBinding> ALL = List.of(
            new ShareBinding(
                    ResourceType.WORKLOAD,
                    "Workload",
                    "WorkloadId",
                    TextConstraint.WORKLOAD_ID,
                    "/workloads/{WorkloadId}/shares",
                    true,
                    true,
                    50),
            new ShareBinding(
                    ResourceType.LENS,
                    "Lens",
                    "LensAlias",
                    TextConstraint.LENS_ALIAS,
                    "/lenses/{LensAlias}/shares",
                    false,
                    false,
                    10),
            new ShareBinding(
                    ResourceType.PROFILE,
                    "Profile",
                    "ProfileArn",
                    TextConstraint.PROFILE_ARN,
                    "/profiles/{ProfileArn}/shares",
                    true,
                    false,
                    50),
            new ShareBinding(
                    ResourceType.TEMPLATE,
                    "Template",
                    "TemplateArn",
                    TextConstraint.TEMPLATE_ARN,
                    "/templates/shares/{TemplateArn}",
                    true,
                    false,
                    50));
}
