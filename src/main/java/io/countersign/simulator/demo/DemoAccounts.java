package io.countersign.simulator.demo;

import io.countersign.simulator.model.SimulatedAccount;
import io.countersign.simulator.model.SimulatedOrganization;
import java.util.List;
import java.util.Set;

/** The accounts of the demo; those without invitations are there to be imported. */
final class DemoAccounts {

    private DemoAccounts() {}

    static List<SimulatedAccount> all() {
        return List.of(
                SimulatedAccount.named("111122223333", "Retail prod"),
                SimulatedAccount.named("222233334444", "Logistics"),
                SimulatedAccount.named("333344445555", "Analytics"),
                SimulatedAccount.named("444455556666", "Sandbox"),
                SimulatedAccount.named("555566667777", "Northwind Platform"),
                SimulatedAccount.named(SimulatedOrganization.MANAGEMENT, "Countersign hub"),
                SimulatedAccount.named("777788889999", "Store systems"),
                SimulatedAccount.named("888899990000", "Security tooling").in(SimulatedAccount.State.PENDING_CLOSURE),
                SimulatedAccount.named("123412341234", "Legacy web shop").in(SimulatedAccount.State.SUSPENDED),
                SimulatedAccount.named("567856785678", "Data science lab").withDisabled(Set.of("ap-southeast-2")),
                SimulatedAccount.named("999988887777", "Contoso Partners").outside());
    }
}
