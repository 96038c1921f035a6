package io.countersign.team;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import java.util.List;
import java.util.Map;

/**
 * People, and the accounts they look after.
 *
 * @param members by name, in order
 * @param accounts the Regions of each account, in order; none means all of them
 */
public record Team(String name, Map<String, TeamRole> members, Map<AccountId, List<Region>> accounts) {

    public static final int LONGEST_NAME = 100;

    public Team withMembers(Map<String, TeamRole> others) {
        return new Team(name, others, accounts);
    }
}
