package io.countersign.simulator.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The roles of all accounts, by ARN. */
public final class RoleRegistry {

    private final Map<String, SimulatedRole> byArn = new ConcurrentSkipListMap<>();

    public void put(SimulatedRole role) {
        byArn.put(role.arn(), role);
    }

    public Optional<SimulatedRole> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    public List<SimulatedRole> all() {
        return List.copyOf(byArn.values());
    }

    public void clear() {
        byArn.clear();
    }
}
