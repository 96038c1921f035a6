package io.countersign.simulator.rules;

import io.countersign.simulator.access.SimulatedRole;
import io.countersign.simulator.model.RecordedAnswer;
import io.countersign.simulator.model.ResourceShare;
import io.countersign.simulator.model.SharedResource;
import io.countersign.simulator.model.SimulatedAccount;
import java.time.Duration;
import java.util.List;

/**
 * The complete state of the simulated AWS, as stored in the data file.
 *
 * @param format the version of this structure; 0 in data files of earlier versions
 * @param version grows with each change
 */
public record AwsSnapshot(
        Integer format,
        long version,
        Duration clockOffset,
        List<SimulatedAccount> accounts,
        List<SharedResource> resources,
        List<ResourceShare> shares,
        List<RecordedAnswer> remembered,
        List<SimulatedRole> roles) {

    /** Increased when an older simulator would misread the file. */
    public static final int FORMAT = 1;

    public AwsSnapshot {
        // data files of earlier versions contain neither a format nor roles
        format = format == null ? 0 : format;
        roles = roles == null ? List.of() : roles;
    }
}
