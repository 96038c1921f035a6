package io.countersign.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.kill.Boundary.Effect;
import io.countersign.kill.Boundary.Leaves;
import java.util.List;
import java.util.Objects;

/** What must hold after a restart, seen from outside: by the pages, the history, and AWS. */
final class Promises {

    private final Desk desk;
    private final SimulatedAws aws;
    private List<HistoryEntry> before = List.of();

    Promises(Desk desk, SimulatedAws aws) {
        this.desk = desk;
        this.aws = aws;
    }

    /** All that was ever seen is still there, and AWS was asked for nothing that was not recorded before. */
    void holdForAll(List<Kill> kills) {
        // in this order: whatever AWS has got by now is in a history that is read later
        List<Long> updates = aws.updates();
        List<HistoryEntry> history = desk.history();
        assertThat(history).as("the history keeps what was seen in it").containsAll(before);
        before = history;
        List<Long> sent = history.stream()
                .filter(entry -> entry.outcome().equals("SENDING"))
                .map(HistoryEntry::decision)
                .toList();
        assertThat(updates).as("nothing is sent twice").doesNotHaveDuplicates();
        assertThat(sent).as("what is sent was recorded").containsAll(updates).doesNotHaveDuplicates();
        assertThat(history).as("AWS never shows the contrary").noneMatch(entry -> entry.outcome()
                .equals("MISMATCH"));
        kills.forEach(kill -> holds(kill, Told.about(kill.invitation(), history)));
    }

    /** What the person finds, who comes back after the kill. */
    void showOnPages(Kill kill) {
        Waiting.until(kill + " has its page", Moment.LIMIT, () -> pageSays(kill));
        String state = Told.about(kill.invitation(), desk.history()).state();
        if (aws.share(kill.invitation()).decisions() > 0) {
            assertThat(desk.offers(kill.invitation()))
                    .as(kill + " is not offered again")
                    .isFalse();
        } else if (state == null || state.equals("FAILED") || state.equals("WITHDRAWN")) {
            assertThat(desk.offers(kill.invitation()))
                    .as(kill + " can be decided still")
                    .isTrue();
        }
    }

    /** It may move between the two looks. */
    private boolean pageSays(Kill kill) {
        Told told = Told.about(kill.invitation(), desk.history());
        return told.entries().isEmpty()
                || Banner.of(Objects.requireNonNull(told.state()), kill.action())
                        .isOn(desk.decision(told.decisions().get(0)));
    }

    /** Whether every decision has come to its end. */
    boolean areSettled(List<Kill> kills) {
        List<HistoryEntry> history = desk.history();
        return kills.stream()
                .allMatch(kill -> Told.about(kill.invitation(), history).ended());
    }

    /** Once it is settled, it is what AWS has. */
    void agreeWithAws(Kill kill) {
        String state = Told.about(kill.invitation(), desk.history()).state();
        boolean inEffect = aws.share(kill.invitation()).decisions() == 1;
        assertThat("CONFIRMED".equals(state)).as(kill + " is " + state).isEqualTo(inEffect);
    }

    private void holds(Kill kill, Told told) {
        SimulatedAws.Share share = aws.share(kill.invitation());
        assertThat(told.decisions()).as(kill + " was stored once at most").hasSizeLessThanOrEqualTo(1);
        if (kill.seen() != null) {
            assertThat(told.decisions()).as(kill + " was seen").containsExactly(kill.seen());
        }
        if (kill.boundary().leaves == Leaves.NOTHING) {
            assertThat(told.entries()).as(kill + " leaves nothing").isEmpty();
        } else if (kill.boundary().leaves != Leaves.ANYTHING) {
            assertThat(told.outcomes())
                    .as(kill + " leaves")
                    .contains(kill.boundary().leaves.name());
        }
        if (kill.boundary().effect == Effect.UNKNOWN) {
            assertThat(share.decisions()).as(kill + " in AWS").isLessThanOrEqualTo(1);
        } else {
            assertThat(share.decisions()).as(kill + " in AWS").isEqualTo(kill.boundary().effect == Effect.YES ? 1 : 0);
        }
        assertThat(share.status()).as(kill + " in AWS").isEqualTo(share.decisions() == 1 ? kill.effect() : "PENDING");
        if ("CONFIRMED".equals(told.state())) {
            assertThat(share.decisions()).as(kill + " is called confirmed").isEqualTo(1);
        } else if ("FAILED".equals(told.state()) || "WITHDRAWN".equals(told.state())) {
            assertThat(share.decisions())
                    .as(kill + " is called " + told.state())
                    .isZero();
        }
    }
}
