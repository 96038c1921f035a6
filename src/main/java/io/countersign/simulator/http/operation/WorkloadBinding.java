package io.countersign.simulator.http.operation;

import io.countersign.simulator.http.operation.ResourceBinding.Attribute;
import io.countersign.simulator.http.operation.ResourceBinding.Creation;
import io.countersign.simulator.http.operation.ResourceBinding.Endpoint;
import io.countersign.simulator.http.operation.ResourceBinding.ListFilter;
import io.countersign.simulator.http.operation.ResourceBinding.Member;
import io.countersign.simulator.http.operation.ResourceBinding.ResourceView;
import io.countersign.simulator.http.protocol.ResponseShape;
import io.countersign.simulator.http.protocol.TextConstraint;
import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.ResourceType;
import io.countersign.simulator.model.SharedResource;
import java.util.List;
import java.util.Map;

/** Describes the operations on workloads. */
final class WorkloadBinding {

    private enum Environment {
        PRODUCTION,
        PREPRODUCTION
    }

    private static final ResourceView SUMMARY = WorkloadBinding::summary;

    static final ResourceBinding BINDING = new ResourceBinding(
            ResourceType.WORKLOAD,
            new Creation(
                    new Endpoint("CreateWorkload", "POST", "/workloads"),
                    new Member("WorkloadName", TextConstraint.NAME),
                    (caller, made) -> ResponseShape.of("WorkloadId", made.id(), "WorkloadArn", made.arn())),
            new Endpoint("GetWorkload", "GET", "/workloads/{WorkloadId}"),
            new Endpoint("ListWorkloads", "POST", "/workloadsSummaries"),
            new Member("WorkloadId", TextConstraint.WORKLOAD_ID),
            null,
            List.of(
                    Attribute.lenses(),
                    Attribute.text("Description", TextConstraint.between(3, 250)),
                    new Attribute("Environment", (input, name) -> input.choice(name, Environment.class)
                            .name()),
                    Attribute.optionalTexts("AccountIds", 100, TextConstraint.ACCOUNT),
                    Attribute.optionalTexts("AwsRegions", 50, TextConstraint.upTo(100)),
                    Attribute.optionalTexts("NonAwsRegions", 5, TextConstraint.between(3, 25)),
                    Attribute.optional("ArchitecturalDesign", TextConstraint.LINK),
                    Attribute.optional("ReviewOwner", TextConstraint.between(3, 255)),
                    Attribute.optional("IndustryType", TextConstraint.upTo(100)),
                    Attribute.optional("Industry", TextConstraint.upTo(100)),
                    Attribute.optional("Notes", TextConstraint.NOTES),
                    Attribute.tags()),
            "Workload",
            "WorkloadSummaries",
            SUMMARY.withAttributes(),
            SUMMARY,
            ListFilter.prefix("WorkloadNamePrefix"));

    private WorkloadBinding() {}

    private static Map<String, Object> summary(ApiCaller caller, SharedResource workload) {
        return new ResponseShape()
                .with("WorkloadId", workload.id())
                .with("WorkloadArn", workload.arn())
                .with("WorkloadName", workload.name())
                .with("Owner", workload.owner())
                .with("UpdatedAt", ResponseShape.timestamp(workload.updatedAt()))
                .with("Lenses", workload.attributes().get("Lenses"))
                .with("ImprovementStatus", "NOT_APPLICABLE")
                .toMap();
    }
}
