package io.countersign.simulator.http.operation;

import io.countersign.simulator.rules.InvitationRules;
import io.countersign.simulator.rules.ResourceStore;
import io.countersign.simulator.rules.ShareRules;
import io.countersign.simulator.rules.SimulatedAws;
import java.util.ArrayList;
import java.util.List;

/** Lists all simulated operations of AWS Well-Architected. */
public final class WellArchitectedOperations {

    private static final List<ResourceBinding> RESOURCES =
            List.of(LensBinding.BINDING, WorkloadBinding.BINDING, ProfileBinding.BINDING, TemplateBinding.BINDING);

    private WellArchitectedOperations() {}

    public static List<ApiOperation> all(SimulatedAws aws, InvitationRules invitations) {
        var store = new ResourceStore(aws);
        var all = new ArrayList<ApiOperation>();
        all.addAll(new InvitationOperations(invitations).all());
        all.addAll(new ShareOperations(aws, new ShareRules(aws, store)).all());
        all.addAll(new LensOperations(store).all());
        RESOURCES.forEach(binding -> all.addAll(new ResourceOperations(store, binding).all()));
        return all;
    }
}
