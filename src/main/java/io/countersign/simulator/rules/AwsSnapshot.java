package io.countersign.simulator.rules;

import io.countersign.simulator.access.Role;
import java.time.Duration;
import java.util.List;

/** All of the simulated AWS at one moment, as it is kept in a file. */
public record Snapshot(
        long version,
        Duration clockOffset,
        List<Account> accounts,
        List<Resource> resources,
        List<Share> shares,
        List<Remembered> remembered,
        List<Role> roles) {

    public Snapshot {
        // files of earlier versions have none
        roles = roles == null ? List.of() : roles;
    }
}
