package io.countersign.simulator.demo;

import io.countersign.simulator.access.Role;
import io.countersign.simulator.rules.Organization;
import java.util.List;

/** The roles that the demo's recipients have made for the hub account. */
public final class DemoRoles {

    private static final List<String> RECIPIENTS =
            List.of("111122223333", "222233334444", "333344445555", "444455556666");

    private DemoRoles() {}

    static List<Role> all() {
        return RECIPIENTS.stream().flatMap(account -> of(account).stream()).toList();
    }

    /** The two roles of one account. */
    public static List<Role> of(String account) {
        return List.of(
                role(account, "CountersignReader", "wellarchitected:List*", "wellarchitected:Get*"),
                role(account, "CountersignDecider", "wellarchitected:UpdateShareInvitation", "wellarchitected:List*"));
    }

    private static Role role(String account, String name, String... actions) {
        return new Role(account, name, List.of(Organization.MANAGEMENT), null, true, List.of(), 3600, List.of(actions));
    }
}
