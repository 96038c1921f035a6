package io.countersign.connection.api;

import java.time.Duration;
import java.util.Optional;

/** The difference between the clock of this machine and the clock of AWS. */
public interface ClockDifference {

    /** Returns the difference if it exceeds a minute; negative if the clock of this machine is behind. */
    Optional<Duration> warning();
}
