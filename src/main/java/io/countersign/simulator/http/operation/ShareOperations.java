package io.countersign.simulator.http.operation;

import io.countersign.simulator.http.protocol.JsonInput;
import io.countersign.simulator.http.protocol.ResponseShape;
import io.countersign.simulator.http.protocol.TextConstraint;
import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.ResourceShare;
import io.countersign.simulator.model.SharePermission;
import io.countersign.simulator.model.ShareStatus;
import io.countersign.simulator.model.SharedResource;
import io.countersign.simulator.rules.ShareRules;
import io.countersign.simulator.rules.SimulatedAws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The operations of the owner on shares, for all four resource types. */
final class ShareOperations {

    private final SimulatedAws aws;
    private final ShareRules sharing;

    ShareOperations(SimulatedAws aws, ShareRules sharing) {
        this.aws = aws;
        this.sharing = sharing;
    }

    List<ApiOperation> all() {
        var all = new ArrayList<ApiOperation>();
        for (var binding : ShareBinding.ALL) {
            var one = binding.path() + "/{ShareId}";
            all.add(ApiOperation.once(
                    "Create" + binding.word() + "Share", "POST", binding.path(), (c, in) -> create(binding, c, in)));
            all.add(ApiOperation.of(
                    "List" + binding.word() + "Shares", "GET", binding.path(), (c, in) -> list(binding, c, in)));
            all.add(ApiOperation.once(
                    "Delete" + binding.word() + "Share", "DELETE", one, (c, in) -> delete(binding, c, in)));
        }
        all.add(ApiOperation.of(
                "UpdateWorkloadShare", "PATCH", "/workloads/{WorkloadId}/shares/{ShareId}", this::update));
        return all;
    }

    private Map<String, Object> create(ShareBinding binding, ApiCaller caller, JsonInput input) {
        var resource = input.text(binding.label(), binding.constraint());
        var sharedWith = input.text("SharedWith", TextConstraint.SHARED_WITH);
        var permission =
                binding.permission() ? input.choice("PermissionType", SharePermission.class) : SharePermission.READONLY;
        input.check();
        var share = sharing.share(caller, binding.type(), resource, sharedWith, permission);
        return ResponseShape.of(binding.label(), binding.echo() ? resource : null, "ShareId", share.id());
    }

    private Map<String, Object> list(ShareBinding binding, ApiCaller caller, JsonInput input) {
        var resource = input.text(binding.label(), binding.constraint());
        var prefix = input.optional("SharedWithPrefix", TextConstraint.PREFIX);
        var status = input.optionalChoice("Status", ShareStatus.class);
        var page = input.page(caller + " " + binding.word(), binding.largestPage());
        input.check();
        var found = sharing.list(caller, binding.type(), resource, prefix == null ? "" : prefix, status, page);
        var summaries =
                found.items().stream().map(share -> summary(binding, share)).toList();
        return new ResponseShape()
                .with(binding.label(), binding.echo() ? resource : null)
                .with(binding.word() + "ShareSummaries", summaries)
                .with("NextToken", found.nextToken())
                .toMap();
    }

    private Map<String, Object> summary(ShareBinding binding, ResourceShare share) {
        return new ResponseShape()
                .with("ShareId", share.id())
                .with("SharedWith", share.sharedWith())
                .with("PermissionType", binding.permission() ? share.permission() : null)
                .with("Status", sharing.statusOf(share))
                .toMap();
    }

    private Map<String, Object> delete(ShareBinding binding, ApiCaller caller, JsonInput input) {
        var resource = input.text(binding.label(), binding.constraint());
        var shareId = input.text("ShareId", TextConstraint.SHARE_ID);
        input.check();
        sharing.revoke(caller, binding.type(), resource, shareId);
        return Map.of();
    }

    private Map<String, Object> update(ApiCaller caller, JsonInput input) {
        var workload = input.text("WorkloadId", TextConstraint.WORKLOAD_ID);
        var shareId = input.text("ShareId", TextConstraint.SHARE_ID);
        var permission = input.choice("PermissionType", SharePermission.class);
        input.check();
        var share = sharing.changePermission(caller, workload, shareId, permission);
        return ResponseShape.of("WorkloadId", workload, "WorkloadShare", details(share));
    }

    private Map<String, Object> details(ResourceShare share) {
        return new ResponseShape()
                .with("ShareId", share.id())
                .with("SharedBy", share.owner())
                .with("SharedWith", share.sharedWith())
                .with("PermissionType", share.permission())
                .with("Status", sharing.statusOf(share))
                .with(
                        "WorkloadName",
                        aws.resource(share.resourceId())
                                .map(SharedResource::name)
                                .orElse(null))
                .with("WorkloadId", share.resourceId())
                .toMap();
    }
}
