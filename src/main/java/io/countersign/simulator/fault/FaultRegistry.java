package io.countersign.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The active fault rules. */
public final class FaultRegistry {

    private final List<Slot> slots = new ArrayList<>();

    private static final class Slot {
        final FaultRule fault;
        int met;

        Slot(FaultRule fault) {
            this.fault = fault;
        }

        boolean isLeft() {
            var times = fault.times();
            return times == null || met < times;
        }
    }

    public synchronized void replace(List<FaultRule> faults) {
        slots.clear();
        faults.forEach(fault -> slots.add(new Slot(fault)));
    }

    public synchronized List<FaultRule> remaining() {
        return slots.stream().filter(Slot::isLeft).map(slot -> slot.fault).toList();
    }

    public synchronized FaultPlan planFor(String operation, String account, String region) {
        var met = slots.stream()
                .filter(Slot::isLeft)
                .filter(slot -> slot.fault.matches(operation, account, region))
                .toList();
        met.forEach(slot -> slot.met++);
        var faults = met.stream().map(slot -> slot.fault).toList();
        return new FaultPlan(faults, faults.stream().anyMatch(fault -> isThrottled(fault.throttleRate())));
    }

    private static boolean isThrottled(@Nullable Double rate) {
        return rate != null && ThreadLocalRandom.current().nextDouble() < rate;
    }
}
