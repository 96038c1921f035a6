package io.countersign.simulator.http.operation;

import io.countersign.simulator.http.protocol.JsonInput;
import io.countersign.simulator.http.protocol.ResponseShape;
import io.countersign.simulator.http.protocol.TextConstraint;
import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.ResourceType;
import io.countersign.simulator.rules.ResourceStore;
import java.util.List;
import java.util.Map;

/** Imports a custom lens as a draft and publishes it as a version, after which it can be shared. */
final class LensOperations {

    private final ResourceStore store;

    LensOperations(ResourceStore store) {
        this.store = store;
    }

    List<ApiOperation> all() {
        return List.of(
                ApiOperation.once("ImportLens", "PUT", "/importLens", this::importLens),
                ApiOperation.once("CreateLensVersion", "POST", "/lenses/{LensAlias}/versions", this::publish));
    }

    private Map<String, Object> importLens(ApiCaller caller, JsonInput input) {
        var alias = input.optional("LensAlias", TextConstraint.LENS_ALIAS);
        var document = input.text("JSONString", TextConstraint.between(2, 500_000));
        var tags = input.asGiven("Tags");
        input.check();
        var parsed = LensDocument.parse(document);
        var attributes = ResponseShape.of("Description", parsed.description(), "Tags", tags);
        var lens = alias == null
                ? store.create(caller, ResourceType.LENS, parsed.name(), attributes)
                : store.reimport(caller, alias, parsed.name(), attributes);
        return ResponseShape.of("LensArn", lens.arn(), "Status", "COMPLETE");
    }

    private Map<String, Object> publish(ApiCaller caller, JsonInput input) {
        var alias = input.text("LensAlias", TextConstraint.LENS_ALIAS);
        var version = input.text("LensVersion", TextConstraint.VERSION);
        input.check();
        var lens = store.publish(caller, alias, version);
        return ResponseShape.of("LensArn", lens.arn(), "LensVersion", version);
    }
}
