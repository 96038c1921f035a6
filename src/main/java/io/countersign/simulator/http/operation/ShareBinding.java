package io.countersign.simulator.http;

import io.countersign.simulator.rules.ResourceType;
import java.util.List;

/**
 * Where the share operations of one resource type differ on the wire.
 *
 * @param label the member that names the resource
 * @param echo whether answers name the resource again
 */
record ShareBinding(
        ResourceType type,
        String word,
        String label,
        Constraint constraint,
        String path,
        boolean echo,
        boolean permission) {

    static final List<ShareBinding> ALL = List.of(
            new ShareBinding(
                    ResourceType.WORKLOAD,
                    "Workload",
                    "WorkloadId",
                    Constraint.WORKLOAD_ID,
                    "/workloads/{WorkloadId}/shares",
                    true,
                    true),
            new ShareBinding(
                    ResourceType.LENS,
                    "Lens",
                    "LensAlias",
                    Constraint.LENS_ALIAS,
                    "/lenses/{LensAlias}/shares",
                    false,
                    false),
            new ShareBinding(
                    ResourceType.PROFILE,
                    "Profile",
                    "ProfileArn",
                    Constraint.PROFILE_ARN,
                    "/profiles/{ProfileArn}/shares",
                    true,
                    false),
            new ShareBinding(
                    ResourceType.TEMPLATE,
                    "Template",
                    "TemplateArn",
                    Constraint.TEMPLATE_ARN,
                    "/templates/shares/{TemplateArn}",
                    true,
                    false));
}
