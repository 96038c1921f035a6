package io.countersign.simulator.http.operation;

import io.countersign.simulator.http.operation.ResourceBinding.Attribute;
import io.countersign.simulator.http.operation.ResourceBinding.Creation;
import io.countersign.simulator.http.operation.ResourceBinding.Endpoint;
import io.countersign.simulator.http.operation.ResourceBinding.Member;
import io.countersign.simulator.http.operation.ResourceBinding.ResourceView;
import io.countersign.simulator.http.protocol.ResponseShape;
import io.countersign.simulator.http.protocol.TextConstraint;
import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.ResourceType;
import io.countersign.simulator.model.SharedResource;
import java.util.List;
import java.util.Map;

/** Describes the operations on review templates. */
final class TemplateBinding {

    private static final ResourceView SUMMARY = TemplateBinding::summary;

    static final ResourceBinding BINDING = new ResourceBinding(
            ResourceType.TEMPLATE,
            new Creation(
                    new Endpoint("CreateReviewTemplate", "POST", "/reviewTemplates"),
                    new Member("TemplateName", TextConstraint.TEMPLATE_NAME),
                    (caller, made) -> ResponseShape.of("TemplateArn", made.arn())),
            new Endpoint("GetReviewTemplate", "GET", "/reviewTemplates/{TemplateArn}"),
            new Endpoint("ListReviewTemplates", "GET", "/reviewTemplates"),
            new Member("TemplateArn", TextConstraint.TEMPLATE_ARN),
            null,
            List.of(
                    Attribute.lenses(),
                    Attribute.text("Description", TextConstraint.templateText(3, 250)),
                    Attribute.optional("Notes", TextConstraint.NOTES),
                    Attribute.tags()),
            "ReviewTemplate",
            "ReviewTemplates",
            SUMMARY.withAttributes(),
            SUMMARY,
            input -> (caller, template) -> true);

    private TemplateBinding() {}

    private static Map<String, Object> summary(ApiCaller caller, SharedResource template) {
        return new ResponseShape()
                .with("Description", template.attributes().get("Description"))
                .with("Lenses", template.attributes().get("Lenses"))
                .with("Owner", template.owner())
                .with("UpdatedAt", ResponseShape.timestamp(template.updatedAt()))
                .with("TemplateArn", template.arn())
                .with("TemplateName", template.name())
                .with("UpdateStatus", "CURRENT")
                .toMap();
    }
}
