package io.countersign.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.kill.Boundary.Effect;
import io.countersign.kill.Boundary.Leaves;
import java.util.List;
import java.util.Objects;

/** Checks the guarantees after a restart from outside: on the pages, in the history and in AWS. */
final class RestartChecks {

    private final UserSession user;
    private final SimulatedAws aws;
    private List<HistoryEntry> before = List.of();

    RestartChecks(UserSession user, SimulatedAws aws) {
        this.user = user;
        this.aws = aws;
    }

    /** Checks that no entry was lost and that every request to AWS was recorded before. */
    void checkAll(List<Kill> kills) {
        // Reads AWS before the history, so that the history must contain every update that AWS received.
        List<Long> updates = aws.updates();
        List<HistoryEntry> history = user.history();
        assertThat(history).as("the history keeps earlier entries").containsAll(before);
        before = history;
        List<Long> sent = history.stream()
                .filter(entry -> entry.outcome().equals("SENDING"))
                .map(HistoryEntry::decision)
                .toList();
        assertThat(updates).as("nothing is sent twice").doesNotHaveDuplicates();
        assertThat(sent).as("every request was recorded").containsAll(updates).doesNotHaveDuplicates();
        assertThat(history).as("no read-back contradicts a decision").noneMatch(entry -> entry.outcome()
                .equals("MISMATCH"));
        kills.forEach(kill -> check(kill, DecisionEntries.about(kill.invitation(), history)));
    }

    /** Checks what the user finds after the kill. */
    void checkPages(Kill kill) {
        Polling.until(kill + " has its page", KillMoment.LIMIT, () -> pageMatches(kill));
        String state = DecisionEntries.about(kill.invitation(), user.history()).state();
        if (aws.share(kill.invitation()).decisions() > 0) {
            assertThat(user.offers(kill.invitation()))
                    .as(kill + " is not offered again")
                    .isFalse();
        } else if (state == null || state.equals("FAILED") || state.equals("WITHDRAWN")) {
            assertThat(user.offers(kill.invitation()))
                    .as(kill + " can still be decided")
                    .isTrue();
        }
    }

    /** Reads again until both match, because the state may change between the two reads. */
    private boolean pageMatches(Kill kill) {
        DecisionEntries entries = DecisionEntries.about(kill.invitation(), user.history());
        return entries.list().isEmpty()
                || DecisionHeading.of(Objects.requireNonNull(entries.state()), kill.action())
                        .isOn(user.decision(entries.decisions().get(0)));
    }

    /** Returns whether every decision has a final state. */
    boolean allEnded(List<Kill> kills) {
        List<HistoryEntry> history = user.history();
        return kills.stream().allMatch(kill -> DecisionEntries.about(kill.invitation(), history)
                .ended());
    }

    /** Checks that the final state matches AWS. */
    void checkAws(Kill kill) {
        String state = DecisionEntries.about(kill.invitation(), user.history()).state();
        boolean inEffect = aws.share(kill.invitation()).decisions() == 1;
        assertThat("CONFIRMED".equals(state)).as(kill + " is " + state).isEqualTo(inEffect);
    }

    private void check(Kill kill, DecisionEntries entries) {
        SimulatedAws.Share share = aws.share(kill.invitation());
        assertThat(entries.decisions()).as(kill + " was stored once at most").hasSizeLessThanOrEqualTo(1);
        if (kill.seen() != null) {
            assertThat(entries.decisions()).as(kill + " was seen").containsExactly(kill.seen());
        }
        if (kill.boundary().leaves == Leaves.NOTHING) {
            assertThat(entries.list()).as(kill + " leaves nothing").isEmpty();
        } else if (kill.boundary().leaves != Leaves.ANYTHING) {
            assertThat(entries.outcomes())
                    .as(kill + " leaves")
                    .contains(kill.boundary().leaves.name());
        }
        if (kill.boundary().effect == Effect.UNKNOWN) {
            assertThat(share.decisions()).as(kill + " in AWS").isLessThanOrEqualTo(1);
        } else {
            assertThat(share.decisions()).as(kill + " in AWS").isEqualTo(kill.boundary().effect == Effect.YES ? 1 : 0);
        }
        assertThat(share.status()).as(kill + " in AWS").isEqualTo(share.decisions() == 1 ? kill.effect() : "PENDING");
        if ("CONFIRMED".equals(entries.state())) {
            assertThat(share.decisions()).as(kill + " is called confirmed").isEqualTo(1);
        } else if ("FAILED".equals(entries.state()) || "WITHDRAWN".equals(entries.state())) {
            assertThat(share.decisions())
                    .as(kill + " is called " + entries.state())
                    .isZero();
        }
    }
}
