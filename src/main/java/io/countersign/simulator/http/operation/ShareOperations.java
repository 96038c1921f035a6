package io.countersign.simulator.http;

import io.countersign.simulator.rules.Caller;
import io.countersign.simulator.rules.Permission;
import io.countersign.simulator.rules.Resource;
import io.countersign.simulator.rules.Share;
import io.countersign.simulator.rules.ShareStatus;
import io.countersign.simulator.rules.Sharing;
import io.countersign.simulator.rules.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The owner's operations on shares, alike for all four types. */
final class ShareOperations {

    private final World world;
    private final Sharing sharing;

    ShareOperations(World world, Sharing sharing) {
        this.world = world;
        this.sharing = sharing;
    }

    List<Operation> all() {
        var all = new ArrayList<Operation>();
        for (var binding : ShareBinding.ALL) {
            var one = binding.path() + "/{ShareId}";
            all.add(Operation.once(
                    "Create" + binding.word() + "Share", "POST", binding.path(), (c, in) -> create(binding, c, in)));
            all.add(Operation.of(
                    "List" + binding.word() + "Shares", "GET", binding.path(), (c, in) -> list(binding, c, in)));
            all.add(Operation.once(
                    "Delete" + binding.word() + "Share", "DELETE", one, (c, in) -> delete(binding, c, in)));
        }
        all.add(Operation.of("UpdateWorkloadShare", "PATCH", "/workloads/{WorkloadId}/shares/{ShareId}", this::update));
        return all;
    }

    private Map<String, Object> create(ShareBinding binding, Caller caller, Input input) {
        var resource = input.text(binding.label(), binding.constraint());
        var sharedWith = input.text("SharedWith", Constraint.SHARED_WITH);
        var permission = binding.permission() ? input.choice("PermissionType", Permission.class) : Permission.READONLY;
        input.check();
        var share = sharing.share(caller, binding.type(), resource, sharedWith, permission);
        return Shape.of(binding.label(), binding.echo() ? resource : null, "ShareId", share.id());
    }

    private Map<String, Object> list(ShareBinding binding, Caller caller, Input input) {
        var resource = input.text(binding.label(), binding.constraint());
        var prefix = input.optional("SharedWithPrefix", Constraint.PREFIX);
        var status = input.optionalChoice("Status", ShareStatus.class);
        var page = input.page(caller + " " + binding.word());
        input.check();
        var found = sharing.list(caller, binding.type(), resource, prefix == null ? "" : prefix, status, page);
        var summaries =
                found.items().stream().map(share -> summary(binding, share)).toList();
        return Shape.of(
                binding.label(),
                binding.echo() ? resource : null,
                binding.word() + "ShareSummaries",
                summaries,
                "NextToken",
                found.nextToken());
    }

    private Map<String, Object> summary(ShareBinding binding, Share share) {
        return Shape.of(
                "ShareId",
                share.id(),
                "SharedWith",
                share.sharedWith(),
                "PermissionType",
                binding.permission() ? share.permission() : null,
                "Status",
                sharing.statusOf(share));
    }

    private Map<String, Object> delete(ShareBinding binding, Caller caller, Input input) {
        var resource = input.text(binding.label(), binding.constraint());
        var shareId = input.text("ShareId", Constraint.SHARE_ID);
        input.check();
        sharing.revoke(caller, binding.type(), resource, shareId);
        return Map.of();
    }

    private Map<String, Object> update(Caller caller, Input input) {
        var workload = input.text("WorkloadId", Constraint.WORKLOAD_ID);
        var shareId = input.text("ShareId", Constraint.SHARE_ID);
        var permission = input.choice("PermissionType", Permission.class);
        input.check();
        var share = sharing.changePermission(caller, workload, shareId, permission);
        return Shape.of("WorkloadId", workload, "WorkloadShare", details(share));
    }

    private Map<String, Object> details(Share share) {
        return Shape.of(
                "ShareId",
                share.id(),
                "SharedBy",
                share.owner(),
                "SharedWith",
                share.sharedWith(),
                "PermissionType",
                share.permission(),
                "Status",
                sharing.statusOf(share),
                "WorkloadName",
                world.resource(share.resourceId()).map(Resource::name).orElse(null),
                "WorkloadId",
                share.resourceId());
    }
}
