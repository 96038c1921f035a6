package io.countersign.kill;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The audit log and AWS, each read once.
 *
 * @param updates the decision number of each update that AWS received before the history was read
 * @param history from the oldest to the newest entry
 */
record Observation(
        List<Long> updates,
        List<HistoryEntry> history,
        Map<String, DecisionEntries> entries,
        Map<String, SimulatedAws.Share> shares) {

    private static final DecisionEntries NOTHING = new DecisionEntries(List.of());

    /** Reads the updates before the history, which must contain them, and the shares after it. */
    static Observation of(UserSession user, SimulatedAws aws) {
        List<Long> updates = aws.updates();
        List<HistoryEntry> history = user.history();
        return new Observation(
                updates,
                history,
                DecisionEntries.byInvitation(history),
                aws.shares().stream().collect(toMap(SimulatedAws.Share::id, Function.identity())));
    }

    DecisionEntries about(Kill kill) {
        return entries.getOrDefault(kill.invitation(), NOTHING);
    }

    SimulatedAws.Share share(Kill kill) {
        return Objects.requireNonNull(shares.get(kill.invitation()));
    }

    boolean inEffect(Kill kill) {
        return share(kill).decisions() > 0;
    }
}
