package io.countersign.simulator.http.operation;

import io.countersign.simulator.http.protocol.JsonInput;
import io.countersign.simulator.http.protocol.ResponseShape;
import io.countersign.simulator.http.protocol.TextConstraint;
import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.InvitationAction;
import io.countersign.simulator.model.ResourceShare;
import io.countersign.simulator.model.ResourceType;
import io.countersign.simulator.rules.InvitationRules;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two operations of the recipient. */
final class InvitationOperations {

    private static final Map<ResourceType, String> WORDS = new EnumMap<>(Map.of(
            ResourceType.WORKLOAD, "Workload",
            ResourceType.LENS, "Lens",
            ResourceType.PROFILE, "Profile",
            ResourceType.TEMPLATE, "Template"));

    private final InvitationRules invitations;

    InvitationOperations(InvitationRules invitations) {
        this.invitations = invitations;
    }

    List<ApiOperation> all() {
        return List.of(
                ApiOperation.of("ListShareInvitations", "GET", "/shareInvitations", this::list),
                ApiOperation.of(
                        "UpdateShareInvitation", "PATCH", "/shareInvitations/{ShareInvitationId}", this::update));
    }

    private Map<String, Object> list(ApiCaller caller, JsonInput input) {
        var asked = input.optionalChoice("ShareResourceType", ResourceType.class);
        var prefixed = prefixedType(input, asked);
        var prefix = prefixed == null ? "" : prefix(input, prefixed);
        var page = input.page(caller + " ListShareInvitations");
        input.check();
        var found = invitations.pending(
                caller, prefixed == null ? asked : prefixed, r -> r.name().startsWith(prefix), page);
        return new ResponseShape()
                .with(
                        "ShareInvitationSummaries",
                        found.items().stream().map(this::summary).toList())
                .with("NextToken", found.nextToken())
                .toMap();
    }

    /** The resource type of the given name prefix. */
    private static @Nullable ResourceType prefixedType(JsonInput input, @Nullable ResourceType asked) {
        var given = WORDS.keySet().stream()
                .filter(type -> input.has(prefixName(type)))
                .toList();
        if (given.size() > 1) {
            given.forEach(type -> input.refuse(prefixName(type), "cannot be combined with another name prefix"));
        }
        for (var type : given) {
            if (asked != null && asked != type) {
                input.refuse(prefixName(type), "does not match the ShareResourceType " + asked);
            }
        }
        return given.isEmpty() ? null : given.get(0);
    }

    private static String prefix(JsonInput input, ResourceType type) {
        return input.text(
                prefixName(type),
                type == ResourceType.TEMPLATE ? TextConstraint.TEMPLATE_PREFIX : TextConstraint.PREFIX);
    }

    private static String prefixName(ResourceType type) {
        return WORDS.get(type) + "NamePrefix";
    }

    private Map<String, Object> summary(ResourceShare share) {
        var word = WORDS.get(share.type());
        return new ResponseShape()
                .with("ShareInvitationId", share.id())
                .with("SharedBy", share.owner())
                .with("SharedWith", share.sharedWith())
                .with("PermissionType", share.permission())
                .with("ShareResourceType", share.type())
                .with(word + "Name", invitations.resourceOf(share).name())
                .with(idName(share.type()), share.resourceId())
                .toMap();
    }

    private Map<String, Object> update(ApiCaller caller, JsonInput input) {
        var id = input.text("ShareInvitationId", TextConstraint.SHARE_ID);
        var action = input.choice("ShareInvitationAction", InvitationAction.class);
        input.check();
        var share = invitations.answer(caller, id, action);
        var answered = new ResponseShape()
                .with("ShareInvitationId", share.id())
                .with("ShareResourceType", share.type())
                .with("LensAlias", share.type() == ResourceType.LENS ? share.resourceId() : null)
                .with(idName(share.type()), share.resourceId())
                .toMap();
        return ResponseShape.of("ShareInvitation", answered);
    }

    private static String idName(ResourceType type) {
        return WORDS.get(type) + (type == ResourceType.WORKLOAD ? "Id" : "Arn");
    }
}
