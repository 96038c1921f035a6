package io.countersign.simulator.http;

import io.countersign.simulator.rules.Caller;
import io.countersign.simulator.rules.Library;
import io.countersign.simulator.rules.Resource;
import io.countersign.simulator.rules.ResourceType;
import java.util.List;
import java.util.Map;

/** What an owner needs of workloads before sharing one, and what a recipient sees afterwards. */
final class WorkloadOperations {

    private enum Environment {
        PRODUCTION,
        PREPRODUCTION
    }

    private final Library library;
    private final LensOperations lenses;

    WorkloadOperations(Library library, LensOperations lenses) {
        this.library = library;
        this.lenses = lenses;
    }

    List<Operation> all() {
        return List.of(
                Operation.once("CreateWorkload", "POST", "/workloads", this::create),
                Operation.of("GetWorkload", "GET", "/workloads/{WorkloadId}", this::get),
                Operation.of("ListWorkloads", "POST", "/workloadsSummaries", this::list));
    }

    private Map<String, Object> create(Caller caller, Input input) {
        var name = input.text("WorkloadName", Constraint.NAME);
        var used = input.texts("Lenses", Constraint.LENS_ALIAS);
        var attributes = Shape.of(
                "Description",
                input.text("Description", Constraint.between(3, 250)),
                "Environment",
                input.choice("Environment", Environment.class).name(),
                "Lenses",
                used,
                "AccountIds",
                input.optionalTexts("AccountIds", 100, Constraint.ACCOUNT),
                "AwsRegions",
                input.optionalTexts("AwsRegions", 50, Constraint.upTo(100)),
                "NonAwsRegions",
                input.optionalTexts("NonAwsRegions", 5, Constraint.between(3, 25)),
                "ArchitecturalDesign",
                input.optional("ArchitecturalDesign", Constraint.LINK),
                "ReviewOwner",
                input.optional("ReviewOwner", Constraint.between(3, 255)),
                "IndustryType",
                input.optional("IndustryType", Constraint.upTo(100)),
                "Industry",
                input.optional("Industry", Constraint.upTo(100)),
                "Notes",
                input.optional("Notes", Constraint.NOTES),
                "Tags",
                input.asGiven("Tags"));
        input.check();
        used.forEach(lens -> lenses.requireVisible(caller, lens));
        var workload = library.create(caller, ResourceType.WORKLOAD, name, attributes);
        return Shape.of("WorkloadId", workload.id(), "WorkloadArn", workload.arn());
    }

    private Map<String, Object> get(Caller caller, Input input) {
        var id = input.text("WorkloadId", Constraint.WORKLOAD_ID);
        input.check();
        var workload = library.visible(caller, ResourceType.WORKLOAD, id);
        var shape = summary(workload);
        shape.putAll(workload.attributes());
        library.acceptedInvitation(caller, workload).ifPresent(share -> shape.put("ShareInvitationId", share));
        return Shape.of("Workload", shape);
    }

    private Map<String, Object> list(Caller caller, Input input) {
        var prefix = input.optional("WorkloadNamePrefix", Constraint.PREFIX);
        var page = input.page(caller + " ListWorkloads");
        input.check();
        var found = library.visible(
                caller, ResourceType.WORKLOAD, r -> prefix == null || r.name().startsWith(prefix), page);
        return Shape.of(
                "WorkloadSummaries",
                found.items().stream().map(WorkloadOperations::summary).toList(),
                "NextToken",
                found.nextToken());
    }

    private static Map<String, Object> summary(Resource workload) {
        return Shape.of(
                "WorkloadId",
                workload.id(),
                "WorkloadArn",
                workload.arn(),
                "WorkloadName",
                workload.name(),
                "Owner",
                workload.owner(),
                "UpdatedAt",
                Shape.timestamp(workload.updatedAt()),
                "Lenses",
                workload.attributes().get("Lenses"),
                "ImprovementStatus",
                "NOT_APPLICABLE");
    }
}
