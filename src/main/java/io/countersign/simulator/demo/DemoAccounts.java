package io.countersign.simulator.demo;

import io.countersign.simulator.rules.Account;
import io.countersign.simulator.rules.Organization;
import java.util.List;

/** The demo's accounts; those that no invitation names are there to be imported. */
final class DemoAccounts {

    private DemoAccounts() {}

    static List<Account> all() {
        return List.of(
                Account.named("111122223333", "Retail prod"),
                Account.named("222233334444", "Logistics"),
                Account.named("333344445555", "Analytics"),
                Account.named("444455556666", "Sandbox"),
                Account.named("555566667777", "Northwind Platform"),
                Account.named(Organization.MANAGEMENT, "Countersign hub"),
                Account.named("777788889999", "Store systems"),
                Account.named("888899990000", "Security tooling"),
                Account.named("123412341234", "Legacy web shop").in(Account.State.SUSPENDED),
                Account.named("567856785678", "Data science lab"),
                Account.named("999988887777", "Contoso Partners").outside());
    }
}
