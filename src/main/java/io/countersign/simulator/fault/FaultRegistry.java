package io.countersign.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The faults that are switched on. */
public final class Faults {

    private final List<Slot> slots = new ArrayList<>();

    private static final class Slot {
        final Fault fault;
        int met;

        Slot(Fault fault) {
            this.fault = fault;
        }

        boolean isLeft() {
            var times = fault.times();
            return times == null || met < times;
        }
    }

    public synchronized void replace(List<Fault> faults) {
        slots.clear();
        faults.forEach(fault -> slots.add(new Slot(fault)));
    }

    public synchronized List<Fault> remaining() {
        return slots.stream().filter(Slot::isLeft).map(slot -> slot.fault).toList();
    }

    public synchronized Plan meet(String operation, String account, String region) {
        var met = slots.stream()
                .filter(Slot::isLeft)
                .filter(slot -> slot.fault.matches(operation, account, region))
                .toList();
        met.forEach(slot -> slot.met++);
        var faults = met.stream().map(slot -> slot.fault).toList();
        return new Plan(faults, faults.stream().anyMatch(fault -> falls(fault.throttleRate())));
    }

    private static boolean falls(@Nullable Double rate) {
        return rate != null && ThreadLocalRandom.current().nextDouble() < rate;
    }
}
