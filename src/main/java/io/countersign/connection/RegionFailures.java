package io.countersign.connection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connected Regions of an account whose last poll failed. */
public interface RegionFailures {

    /**
     * The same failure in some Regions.
     *
     * @param regions the Regions, sorted
     * @param since the start of the first of these failures
     */
    record RegionFailure(
            List<Region> regions,
            AwsFailure failure,
            @Nullable Instant since) {}

    /** Returns the failures of an account, sorted by Region; none if it is not connected or paused. */
    List<RegionFailure> of(AccountId account);
}
