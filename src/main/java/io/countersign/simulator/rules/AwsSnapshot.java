package io.countersign.simulator.rules;

import io.countersign.simulator.access.SimulatedRole;
import io.countersign.simulator.model.RecordedAnswer;
import io.countersign.simulator.model.ResourceShare;
import io.countersign.simulator.model.SharedResource;
import io.countersign.simulator.model.SimulatedAccount;
import java.time.Duration;
import java.util.List;

/** The complete state of the simulated AWS, as stored in the data file. */
public record AwsSnapshot(
        long version,
        Duration clockOffset,
        List<SimulatedAccount> accounts,
        List<SharedResource> resources,
        List<ResourceShare> shares,
        List<RecordedAnswer> remembered,
        List<SimulatedRole> roles) {

    public AwsSnapshot {
        // data files of earlier versions contain no roles
        roles = roles == null ? List.of() : roles;
    }
}
