package io.countersign.simulator.http.operation;

import io.countersign.simulator.http.protocol.JsonInput;
import io.countersign.simulator.http.protocol.TextConstraint;
import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.ResourceType;
import io.countersign.simulator.model.SharedResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How the operations that create, get and list one type of resource look on the wire.
 *
 * @param version the member that may ask for one version; null where the type has none
 * @param attributes the members that the owner gives when it creates a resource
 * @param detailMember the member that holds the resource in the response to a get
 * @param summariesMember the member that holds the resources in the response to a list
 */
record ResourceBinding(
        ResourceType type,
        @Nullable Creation creation,
        Endpoint get,
        Endpoint list,
        Member id,
        @Nullable Member version,
        List<Attribute> attributes,
        String detailMember,
        String summariesMember,
        ResourceView detail,
        ResourceView summary,
        ListFilter filter) {

    record Endpoint(String name, String method, String path) {}

    record Member(String name, TextConstraint constraint) {}

    /** @param response the members of the response */
    record Creation(Endpoint endpoint, Member name, ResourceView response) {}

    /** The members of a response that describe a resource. */
    interface ResourceView {
        Map<String, Object> of(ApiCaller caller, SharedResource resource);

        /** The same members and all attributes. */
        default ResourceView withAttributes() {
            return (caller, resource) -> {
                var members = new LinkedHashMap<>(of(caller, resource));
                members.putAll(resource.attributes());
                return members;
            };
        }
    }

    /** Reads the filter of a list from its request. */
    interface ListFilter {
        BiPredicate<ApiCaller, SharedResource> read(JsonInput input);

        static ListFilter prefix(String member) {
            return input -> {
                var prefix = input.optional(member, TextConstraint.PREFIX);
                return (caller, resource) -> prefix == null || resource.name().startsWith(prefix);
            };
        }
    }

    /** One member of a create request that is kept with the resource. */
    record Attribute(String name, Reader reader) {

        interface Reader {
            @Nullable
            Object read(JsonInput input, String name);
        }

        static Attribute text(String name, TextConstraint constraint) {
            return new Attribute(name, (input, member) -> input.text(member, constraint));
        }

        static Attribute optional(String name, TextConstraint constraint) {
            return new Attribute(name, (input, member) -> input.optional(member, constraint));
        }

        static Attribute optionalTexts(String name, int max, TextConstraint each) {
            return new Attribute(name, (input, member) -> input.optionalTexts(member, max, each));
        }

        static Attribute lenses() {
            return new Attribute("Lenses", (input, member) -> input.texts(member, TextConstraint.LENS_ALIAS));
        }

        static Attribute tags() {
            return new Attribute("Tags", JsonInput::asGiven);
        }
    }
}
