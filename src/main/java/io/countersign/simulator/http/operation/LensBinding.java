package io.countersign.simulator.http.operation;

import io.countersign.simulator.http.operation.ResourceBinding.Endpoint;
import io.countersign.simulator.http.operation.ResourceBinding.Member;
import io.countersign.simulator.http.protocol.JsonInput;
import io.countersign.simulator.http.protocol.ResponseShape;
import io.countersign.simulator.http.protocol.TextConstraint;
import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.ResourceType;
import io.countersign.simulator.model.SharedResource;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Describes the operations on custom lenses. A lens is imported instead of created: see {@link LensOperations}. */
final class LensBinding {

    private enum LensType {
        AWS_OFFICIAL,
        CUSTOM_SHARED,
        CUSTOM_SELF
    }

    private enum LensStatus {
        ALL,
        DRAFT,
        PUBLISHED
    }

    static final ResourceBinding BINDING = new ResourceBinding(
            ResourceType.LENS,
            null,
            new Endpoint("GetLens", "GET", "/lenses/{LensAlias}"),
            new Endpoint("ListLenses", "GET", "/lenses"),
            new Member("LensAlias", TextConstraint.LENS_ALIAS),
            new Member("LensVersion", TextConstraint.VERSION),
            List.of(),
            "Lens",
            "LensSummaries",
            LensBinding::detail,
            LensBinding::summary,
            LensBinding::filter);

    private LensBinding() {}

    private static BiPredicate<ApiCaller, SharedResource> filter(JsonInput input) {
        var type = input.optionalChoice("LensType", LensType.class);
        var status = input.optionalChoice("LensStatus", LensStatus.class);
        var name = input.optional("LensName", TextConstraint.LENS_NAME);
        return (caller, lens) -> (type == null || type == typeFor(caller, lens))
                && (status == null || status == LensStatus.ALL || status == statusOf(lens))
                && (name == null || lens.name().equals(name));
    }

    private static LensType typeFor(ApiCaller caller, SharedResource lens) {
        return lens.isOwnedBy(caller) ? LensType.CUSTOM_SELF : LensType.CUSTOM_SHARED;
    }

    private static LensStatus statusOf(SharedResource lens) {
        return lens.version() == null ? LensStatus.DRAFT : LensStatus.PUBLISHED;
    }

    private static Map<String, Object> detail(ApiCaller caller, SharedResource lens) {
        return new ResponseShape()
                .with("LensArn", lens.arn())
                .with("LensVersion", lens.version())
                .with("Name", lens.name())
                .with("Description", lens.attributes().get("Description"))
                .with("Owner", lens.owner())
                .with("Tags", lens.attributes().get("Tags"))
                .toMap();
    }

    private static Map<String, Object> summary(ApiCaller caller, SharedResource lens) {
        return new ResponseShape()
                .with("LensArn", lens.arn())
                .with("LensName", lens.name())
                .with("LensType", typeFor(caller, lens))
                .with("Description", lens.attributes().get("Description"))
                .with("CreatedAt", ResponseShape.timestamp(lens.createdAt()))
                .with("UpdatedAt", ResponseShape.timestamp(lens.updatedAt()))
                .with("LensVersion", lens.version())
                .with("Owner", lens.owner())
                .with("LensStatus", "CURRENT")
                .toMap();
    }
}
