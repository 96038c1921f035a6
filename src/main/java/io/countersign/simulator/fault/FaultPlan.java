package io.countersign.simulator.fault;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What goes wrong with one call: the waits of all its faults, and the first of each other kind. */
public record Plan(List<Fault> faults, boolean throttled) {

    public long latencyBefore() {
        return latency(false);
    }

    public long latencyAfter() {
        return latency(true);
    }

    public boolean resets(String moment) {
        return faults.stream().anyMatch(fault -> moment.equals(fault.reset()));
    }

    public Optional<Fault.Error> error() {
        return faults.stream().map(Fault::error).filter(Objects::nonNull).findFirst();
    }

    public Optional<Fault.Answer> answer() {
        return faults.stream().map(Fault::answer).filter(Objects::nonNull).findFirst();
    }

    private long latency(boolean after) {
        return faults.stream()
                .filter(fault -> fault.latencyMillis() != null && fault.isLatencyAfter() == after)
                .mapToLong(Fault::latencyMillis)
                .sum();
    }
}
