package io.countersign.simulator.demo;

import io.countersign.simulator.access.SimulatedRole;
import io.countersign.simulator.model.SimulatedOrganization;
import java.util.List;

/** The roles for the hub account that the recipients in the demo and the accounts to import have. */
public final class DemoRoles {

    private static final List<String> ACCOUNTS = List.of(
            "111122223333",
            "222233334444",
            "333344445555",
            "444455556666",
            SimulatedOrganization.MANAGEMENT,
            "777788889999",
            "555566667777",
            "567856785678");

    private DemoRoles() {}

    static List<SimulatedRole> all() {
        return ACCOUNTS.stream().flatMap(account -> of(account).stream()).toList();
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
