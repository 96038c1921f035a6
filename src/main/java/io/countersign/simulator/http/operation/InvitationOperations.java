package io.countersign.simulator.http;

import io.countersign.simulator.rules.Action;
import io.countersign.simulator.rules.Caller;
import io.countersign.simulator.rules.Invitations;
import io.countersign.simulator.rules.ResourceType;
import io.countersign.simulator.rules.Share;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recipient's two operations. */
final class InvitationOperations {

    private static final Map<ResourceType, String> WORDS = new EnumMap<>(Map.of(
            ResourceType.WORKLOAD, "Workload",
            ResourceType.LENS, "Lens",
            ResourceType.PROFILE, "Profile",
            ResourceType.TEMPLATE, "Template"));

    private final Invitations invitations;

    InvitationOperations(Invitations invitations) {
        this.invitations = invitations;
    }

    List<Operation> all() {
        return List.of(
                Operation.of("ListShareInvitations", "GET", "/shareInvitations", this::list),
                Operation.of("UpdateShareInvitation", "PATCH", "/shareInvitations/{ShareInvitationId}", this::update));
    }

    private Map<String, Object> list(Caller caller, Input input) {
        var asked = input.optionalChoice("ShareResourceType", ResourceType.class);
        var prefixed = prefixedType(input, asked);
        var prefix = prefixed == null ? "" : prefix(input, prefixed);
        var page = input.page(caller + " ListShareInvitations");
        input.check();
        var found = invitations.pending(
                caller, prefixed == null ? asked : prefixed, r -> r.name().startsWith(prefix), page);
        return Shape.of(
                "ShareInvitationSummaries",
                found.items().stream().map(this::summary).toList(),
                "NextToken",
                found.nextToken());
    }

    /** The type of the one prefix that is given. */
    private static @Nullable ResourceType prefixedType(Input input, @Nullable ResourceType asked) {
        var given = WORDS.keySet().stream()
                .filter(type -> input.has(prefixName(type)))
                .toList();
        if (given.size() > 1) {
            given.forEach(type -> input.refuse(prefixName(type), "Only one name prefix can be given"));
        }
        for (var type : given) {
            if (asked != null && asked != type) {
                input.refuse(prefixName(type), "The name prefix does not match the ShareResourceType " + asked);
            }
        }
        return given.isEmpty() ? null : given.get(0);
    }

    private static String prefix(Input input, ResourceType type) {
        return input.text(
                prefixName(type), type == ResourceType.TEMPLATE ? Constraint.TEMPLATE_PREFIX : Constraint.PREFIX);
    }

    private static String prefixName(ResourceType type) {
        return WORDS.get(type) + "NamePrefix";
    }

    private Map<String, Object> summary(Share share) {
        var word = WORDS.get(share.type());
        return Shape.of(
                "ShareInvitationId",
                share.id(),
                "SharedBy",
                share.owner(),
                "SharedWith",
                share.sharedWith(),
                "PermissionType",
                share.permission(),
                "ShareResourceType",
                share.type(),
                word + "Name",
                invitations.resourceOf(share).name(),
                idName(share.type()),
                share.resourceId());
    }

    private Map<String, Object> update(Caller caller, Input input) {
        var id = input.text("ShareInvitationId", Constraint.SHARE_ID);
        var action = input.choice("ShareInvitationAction", Action.class);
        input.check();
        var share = invitations.answer(caller, id, action);
        var answered = Shape.of(
                "ShareInvitationId",
                share.id(),
                "ShareResourceType",
                share.type(),
                "LensAlias",
                share.type() == ResourceType.LENS ? share.resourceId() : null,
                idName(share.type()),
                share.resourceId());
        return Shape.of("ShareInvitation", answered);
    }

    private static String idName(ResourceType type) {
        return WORDS.get(type) + (type == ResourceType.WORKLOAD ? "Id" : "Arn");
    }
}
