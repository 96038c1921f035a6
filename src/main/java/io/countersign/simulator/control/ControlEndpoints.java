package io.countersign.simulator.control;

import io.countersign.simulator.demo.DemoOffer;
import io.countersign.simulator.demo.DemoRound;
import io.countersign.simulator.fault.CallCounter;
import io.countersign.simulator.fault.CallTrail;
import io.countersign.simulator.fault.FaultRegistry;
import io.countersign.simulator.fault.FaultRule;
import io.countersign.simulator.model.ShareStatus;
import io.countersign.simulator.rules.InvitationRules;
import io.countersign.simulator.rules.SimulatedAws;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Control endpoints for the clock, faults, counters, shares and load fixtures. */
final class ControlEndpoints {

    private final SimulatedAws aws;
    private final InvitationRules invitations;
    private final FaultRegistry faults;
    private final CallCounter calls;
    private final CallTrail trail;
    private final Runnable save;

    ControlEndpoints(
            SimulatedAws aws,
            InvitationRules invitations,
            FaultRegistry faults,
            CallCounter calls,
            CallTrail trail,
            Runnable save) {
        this.aws = aws;
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
        all.put("GET updates", body -> aws.exclusively(invitations::tally));
        all.put("GET faults", body -> faults.remaining());
        all.put("PUT faults", this::replaceFaults);
        all.put("DELETE faults", body -> replaceFaults(List.of()));
        all.put("GET clock", body -> Map.of("now", aws.now()));
        all.put("PUT clock", this::moveClock);
        all.put("GET shares", body -> shares());
        all.put("POST shares", this::addShare);
        all.put("POST fleet", this::addFleet);
        return all;
    }

    private Object health() {
        var now = aws.now();
        var pending = aws.exclusively(() -> aws.shares()
                .filter(share -> share.statusAt(now) == ShareStatus.PENDING)
                .count());
        return Map.of("status", "UP", "now", now, "pending", pending);
    }

    private Object resetCalls() {
        calls.reset();
        trail.reset();
        return aws.exclusively(() -> {
            invitations.resetTally();
            return invitations.tally();
        });
    }

    private Object replaceFaults(byte[] body) {
        return replaceFaults(RequestBody.readList(body, FaultRule[].class));
    }

    private Object replaceFaults(List<FaultRule> replacement) {
        faults.replace(replacement);
        return faults.remaining();
    }

    private Object moveClock(byte[] body) {
        var change = RequestBody.read(body, ClockChange.class);
        if (change.now() != null) {
            aws.clock().moveTo(change.now());
        } else if (change.forward() != null) {
            aws.clock().forward(change.forward());
        }
        return changed(Map.of("now", aws.now()));
    }

    private Object addShare(byte[] body) {
        var offer = RequestBody.read(body, DemoOffer.class);
        return changed(aws.exclusively(() -> DemoRound.offerNow(aws, offer)));
    }

    private Object addFleet(byte[] body) {
        var fleet = RequestBody.read(body, LoadFixture.class);
        return changed(aws.exclusively(() -> fleet.load(aws)));
    }

    private Object changed(Object answer) {
        aws.exclusively(() -> {
            aws.touch();
            return answer;
        });
        save.run();
        return answer;
    }

    private Object shares() {
        var now = aws.now();
        return aws.exclusively(() -> aws.shares()
                .map(share -> ShareLine.of(share, invitations.resourceOf(share).name(), now))
                .toList());
    }
}
