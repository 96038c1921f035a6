package io.countersign.simulator.control;

import io.countersign.simulator.fault.CallLog;
import io.countersign.simulator.fault.Fault;
import io.countersign.simulator.fault.Faults;
import io.countersign.simulator.fault.Trail;
import io.countersign.simulator.rules.Invitations;
import io.countersign.simulator.rules.ShareStatus;
import io.countersign.simulator.rules.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What can be asked of the simulator besides AWS's own operations. */
final class ControlEndpoints {

    private final World world;
    private final Invitations invitations;
    private final Faults faults;
    private final CallLog calls;
    private final Trail trail;
    private final Runnable save;

    ControlEndpoints(World world, Invitations invitations, Faults faults, CallLog calls, Trail trail, Runnable save) {
        this.world = world;
        this.invitations = invitations;
        this.faults = faults;
        this.calls = calls;
        this.trail = trail;
        this.save = save;
    }

    Map<String, ControlHandler.Endpoint> all() {
        var all = new TreeMap<String, ControlHandler.Endpoint>();
        all.put("GET health", body -> health());
        all.put("GET calls", body -> calls.all());
        all.put("DELETE calls", body -> resetCalls());
        all.put("GET updates", body -> world.exclusively(invitations::tally));
        all.put("GET faults", body -> faults.remaining());
        all.put("PUT faults", this::replaceFaults);
        all.put("DELETE faults", body -> replaceFaults(List.of()));
        all.put("GET clock", body -> Map.of("now", world.now()));
        all.put("PUT clock", this::moveClock);
        all.put("GET shares", body -> shares());
        all.put("POST fleet", this::addFleet);
        return all;
    }

    private Object health() {
        var now = world.now();
        var pending = world.exclusively(() -> world.shares()
                .filter(share -> share.statusAt(now) == ShareStatus.PENDING)
                .count());
        return Map.of("status", "UP", "now", now, "pending", pending);
    }

    private Object resetCalls() {
        calls.reset();
        trail.reset();
        return world.exclusively(() -> {
            invitations.resetTally();
            return invitations.tally();
        });
    }

    private Object replaceFaults(byte[] body) {
        return replaceFaults(Body.readList(body, Fault[].class));
    }

    private Object replaceFaults(List<Fault> replacement) {
        faults.replace(replacement);
        return faults.remaining();
    }

    private Object moveClock(byte[] body) {
        var change = Body.read(body, ClockChange.class);
        if (change.now() != null) {
            world.clock().moveTo(change.now());
        } else if (change.forward() != null) {
            world.clock().forward(change.forward());
        }
        return changed(Map.of("now", world.now()));
    }

    private Object addFleet(byte[] body) {
        var fleet = Body.read(body, Fleet.class);
        return changed(world.exclusively(() -> fleet.settle(world)));
    }

    private Object changed(Object answer) {
        world.exclusively(() -> {
            world.touch();
            return answer;
        });
        save.run();
        return answer;
    }

    private Object shares() {
        var now = world.now();
        return world.exclusively(() -> world.shares()
                .map(share -> ShareLine.of(share, invitations.resourceOf(share).name(), now))
                .toList());
    }
}
