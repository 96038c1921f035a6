package io.countersign.simulator.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The roles of all accounts, by ARN. */
public final class Roles {

    private final Map<String, Role> byArn = new ConcurrentSkipListMap<>();

    public void put(Role role) {
        byArn.put(role.arn(), role);
    }

    public Optional<Role> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    public List<Role> all() {
        return List.copyOf(byArn.values());
    }

    public void clear() {
        byArn.clear();
    }
}
