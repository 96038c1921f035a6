package io.countersign.simulator.http;

import io.countersign.simulator.rules.Caller;
import io.countersign.simulator.rules.Library;
import io.countersign.simulator.rules.Resource;
import io.countersign.simulator.rules.ResourceType;
import java.util.List;
import java.util.Map;

/** Review templates, before and after sharing. */
final class TemplateOperations {

    private final Library library;
    private final LensOperations lenses;

    TemplateOperations(Library library, LensOperations lenses) {
        this.library = library;
        this.lenses = lenses;
    }

    List<Operation> all() {
        return List.of(
                Operation.once("CreateReviewTemplate", "POST", "/reviewTemplates", this::create),
                Operation.of("GetReviewTemplate", "GET", "/reviewTemplates/{TemplateArn}", this::get),
                Operation.of("ListReviewTemplates", "GET", "/reviewTemplates", this::list));
    }

    private Map<String, Object> create(Caller caller, Input input) {
        var name = input.text("TemplateName", Constraint.TEMPLATE_NAME);
        var used = input.texts("Lenses", Constraint.LENS_ALIAS);
        var attributes = Shape.of(
                "Description",
                input.text("Description", Constraint.templateText(3, 250)),
                "Lenses",
                used,
                "Notes",
                input.optional("Notes", Constraint.NOTES),
                "Tags",
                input.asGiven("Tags"));
        input.check();
        used.forEach(lens -> lenses.requireVisible(caller, lens));
        var template = library.create(caller, ResourceType.TEMPLATE, name, attributes);
        return Shape.of("TemplateArn", template.arn());
    }

    private Map<String, Object> get(Caller caller, Input input) {
        var arn = input.text("TemplateArn", Constraint.TEMPLATE_ARN);
        input.check();
        var template = library.visible(caller, ResourceType.TEMPLATE, arn);
        var shape = summary(template);
        shape.putAll(template.attributes());
        library.acceptedInvitation(caller, template).ifPresent(share -> shape.put("ShareInvitationId", share));
        return Shape.of("ReviewTemplate", shape);
    }

    private Map<String, Object> list(Caller caller, Input input) {
        var page = input.page(caller + " ListReviewTemplates");
        input.check();
        var found = library.visible(caller, ResourceType.TEMPLATE, template -> true, page);
        return Shape.of(
                "ReviewTemplates",
                found.items().stream().map(TemplateOperations::summary).toList(),
                "NextToken",
                found.nextToken());
    }

    private static Map<String, Object> summary(Resource template) {
        return Shape.of(
                "Description",
                template.attributes().get("Description"),
                "Lenses",
                template.attributes().get("Lenses"),
                "Owner",
                template.owner(),
                "UpdatedAt",
                Shape.timestamp(template.updatedAt()),
                "TemplateArn",
                template.arn(),
                "TemplateName",
                template.name(),
                "UpdateStatus",
                "CURRENT");
    }
}
