package io.countersign.simulator.fault;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The faults of one call: the delays of all its rules, and the first rule of each other kind. */
public record FaultPlan(List<FaultRule> faults, boolean throttled) {

    public long latencyBefore() {
        return latency(false);
    }

    public long latencyAfter() {
        return latency(true);
    }

    public boolean resets(String moment) {
        return faults.stream().anyMatch(fault -> moment.equals(fault.reset()));
    }

    public Optional<FaultRule.Error> error() {
        return faults.stream().map(FaultRule::error).filter(Objects::nonNull).findFirst();
    }

    public Optional<FaultRule.Answer> answer() {
        return faults.stream().map(FaultRule::answer).filter(Objects::nonNull).findFirst();
    }

    private long latency(boolean after) {
        return faults.stream()
                .filter(fault -> fault.latencyMillis() != null && fault.isLatencyAfter() == after)
                .mapToLong(FaultRule::latencyMillis)
                .sum();
    }
}
