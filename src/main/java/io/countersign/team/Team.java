package io.countersign.team;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A team with its members and the accounts that it is responsible for.
 *
 * @param members the team role by name, sorted
 * @param accounts the Regions of each account, sorted; none means all Regions
 */
public record Team(String name, Map<String, TeamRole> members, Map<AccountId, List<Region>> accounts) {

    public static final int LONGEST_NAME = 100;

    /** Adds accounts with all Regions. */
    public Team withAccounts(Collection<AccountId> further) {
        Map<AccountId, List<Region>> all = new LinkedHashMap<>(accounts);
        further.forEach(account -> all.put(account, List.of()));
        return new Team(name, members, all);
    }

    /** Returns the number of accounts of which the team has only some Regions. */
    public int partialAccounts() {
        return (int)
                accounts.values().stream().filter(regions -> !regions.isEmpty()).count();
    }

    /** Returns the number of Regions of these accounts. */
    public int partialRegions() {
        return accounts.values().stream().mapToInt(List::size).sum();
    }

    public Team withMembers(Map<String, TeamRole> others) {
        return new Team(name, others, accounts);
    }
}
