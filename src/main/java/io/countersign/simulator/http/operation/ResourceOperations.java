package io.countersign.simulator.http.operation;

import io.countersign.simulator.http.operation.ResourceBinding.Creation;
import io.countersign.simulator.http.operation.ResourceBinding.Endpoint;
import io.countersign.simulator.http.protocol.JsonInput;
import io.countersign.simulator.http.protocol.ResponseShape;
import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.AwsException;
import io.countersign.simulator.model.ResourceType;
import io.countersign.simulator.rules.ResourceStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Creates, gets and lists resources of the type that a binding describes. */
final class ResourceOperations {

    private static final List<String> OFFICIAL_LENSES = List.of("wellarchitected", "serverless", "softwareasaservice");

    private final ResourceStore store;
    private final ResourceBinding binding;

    ResourceOperations(ResourceStore store, ResourceBinding binding) {
        this.store = store;
        this.binding = binding;
    }

    List<ApiOperation> all() {
        var all = new ArrayList<ApiOperation>();
        var creation = binding.creation();
        if (creation != null) {
            var create = creation.endpoint();
            all.add(ApiOperation.once(
                    create.name(), create.method(), create.path(), (caller, input) -> create(creation, caller, input)));
        }
        all.add(operation(binding.get(), this::get));
        all.add(operation(binding.list(), this::list));
        return all;
    }

    private static ApiOperation operation(Endpoint endpoint, ApiOperation.Handler handler) {
        return ApiOperation.of(endpoint.name(), endpoint.method(), endpoint.path(), handler);
    }

    private Map<String, Object> create(Creation creation, ApiCaller caller, JsonInput input) {
        var name = input.text(creation.name().name(), creation.name().constraint());
        var attributes = attributes(input);
        input.check();
        if (attributes.get("Lenses") instanceof List<?> lenses) {
            lenses.forEach(lens -> requireVisibleLens(caller, lens.toString()));
        }
        return creation.response().of(caller, store.create(caller, binding.type(), name, attributes));
    }

    private Map<String, Object> attributes(JsonInput input) {
        var attributes = new LinkedHashMap<String, Object>();
        for (var attribute : binding.attributes()) {
            var value = attribute.reader().read(input, attribute.name());
            if (value != null) {
                attributes.put(attribute.name(), value);
            }
        }
        return attributes;
    }

    private void requireVisibleLens(ApiCaller caller, String alias) {
        if (!OFFICIAL_LENSES.contains(alias)) {
            store.visible(caller, ResourceType.LENS, alias);
        }
    }

    private Map<String, Object> get(ApiCaller caller, JsonInput input) {
        var id = input.text(binding.id().name(), binding.id().constraint());
        var member = binding.version();
        var version = member == null ? null : input.optional(member.name(), member.constraint());
        input.check();
        var resource = store.visible(caller, binding.type(), id);
        if (version != null && !version.equals(resource.version())) {
            throw AwsException.notFound(binding.type().name(), id);
        }
        var detail = new LinkedHashMap<>(binding.detail().of(caller, resource));
        store.acceptedInvitation(caller, resource).ifPresent(share -> detail.put("ShareInvitationId", share));
        return ResponseShape.of(binding.detailMember(), detail);
    }

    private Map<String, Object> list(ApiCaller caller, JsonInput input) {
        var filter = binding.filter().read(input);
        var page = input.page(caller + " " + binding.list().name());
        input.check();
        var found = store.visible(caller, binding.type(), resource -> filter.test(caller, resource), page);
        var summaries = found.items().stream()
                .map(resource -> binding.summary().of(caller, resource))
                .toList();
        return ResponseShape.of(binding.summariesMember(), summaries, "NextToken", found.nextToken());
    }
}
