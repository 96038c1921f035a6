package io.countersign.simulator.demo;

import io.countersign.simulator.access.SimulatedRole;
import io.countersign.simulator.model.SimulatedOrganization;
import java.util.List;

/** The roles that the recipients in the demo have created for the hub account. */
public final class DemoRoles {

    private static final List<String> RECIPIENTS =
            List.of("111122223333", "222233334444", "333344445555", "444455556666");

    private DemoRoles() {}

    static List<SimulatedRole> all() {
        return RECIPIENTS.stream().flatMap(account -> of(account).stream()).toList();
    }

    /** The two roles of one account. */
    public static List<SimulatedRole> of(String account) {
        return List.of(
                role(account, "CountersignReader", "wellarchitected:List*", "wellarchitected:Get*"),
                role(account, "CountersignDecider", "wellarchitected:UpdateShareInvitation", "wellarchitected:List*"));
    }

    private static SimulatedRole role(String account, String name, String... actions) {
        return new SimulatedRole(
                account,
                name,
                List.of(SimulatedOrganization.MANAGEMENT),
                null,
                true,
                List.of(),
                3600,
                List.of(actions));
    }
}
