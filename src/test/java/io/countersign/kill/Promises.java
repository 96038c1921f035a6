package io.countersign.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.kill.Boundary.Effect;
import io.countersign.kill.Boundary.Leaves;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;

/** What must hold after a restart, seen from outside: by the pages, the history, and AWS. */
final class Promises {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages/decision");

    private final Desk desk;
    private final SimulatedAws aws;
    private List<HistoryEntry> before = List.of();

    Promises(Desk desk, SimulatedAws aws) {
        this.desk = desk;
        this.aws = aws;
    }

    /** All that was ever seen is still there, and AWS was asked for nothing that was not recorded before. */
    void holdForAll(List<Kill> kills) {
        List<HistoryEntry> history = desk.history();
        assertThat(history).as("the history keeps what was seen in it").containsAll(before);
        before = history;
        assertThat(aws.shares()).as("at most one decision takes effect").allMatch(share -> share.decisions() <= 1);
        List<Long> updates = aws.updates();
        assertThat(updates).as("nothing is sent twice").doesNotHaveDuplicates();
        assertThat(intents(history)).as("what is sent was recorded").containsAll(updates);
        assertThat(intents(history)).as("a number belongs to one decision").doesNotHaveDuplicates();
        kills.forEach(kill -> holds(kill, history));
    }

    /** What the person finds, who comes back after the kill. */
    void showOnPages(Kill kill) {
        List<HistoryEntry> told = about(kill, desk.history());
        if (!told.isEmpty()) {
            long number = Objects.requireNonNull(told.get(0).decision());
            assertThat(desk.decision(number))
                    .as(kill + " on its page")
                    .contains(title(told.get(told.size() - 1).outcome(), kill));
        }
        if (aws.share(kill.invitation()).decisions() > 0) {
            assertThat(desk.offers(kill.invitation()))
                    .as(kill + " is not offered again")
                    .isFalse();
        } else if (told.isEmpty() || last(told).equals("FAILED")) {
            assertThat(desk.offers(kill.invitation()))
                    .as(kill + " can be decided still")
                    .isTrue();
        }
    }

    /** Whether no decision is left without a word on how it ended. */
    boolean areSettled(List<Kill> kills) {
        List<HistoryEntry> history = desk.history();
        return kills.stream()
                .map(kill -> about(kill, history))
                .noneMatch(told -> !told.isEmpty() && last(told).equals("SENDING"));
    }

    /** In a word: NOTHING, or the state of the decision. */
    String state(Kill kill) {
        List<HistoryEntry> told = about(kill, desk.history());
        return told.isEmpty() ? "NOTHING" : last(told);
    }

    private void holds(Kill kill, List<HistoryEntry> history) {
        List<HistoryEntry> told = about(kill, history);
        SimulatedAws.Share share = aws.share(kill.invitation());
        assertThat(intents(told)).as(kill + " was stored once at most").hasSizeLessThanOrEqualTo(1);
        if (kill.boundary().leaves == Leaves.NOTHING) {
            assertThat(told).as(kill + " leaves nothing").isEmpty();
        } else if (kill.boundary().leaves != Leaves.ANYTHING) {
            assertThat(intents(told)).as(kill + " leaves its intent").hasSize(1);
        }
        if (kill.boundary().leaves == Leaves.OUTCOME) {
            assertThat(last(told)).as(kill + " leaves its outcome").isEqualTo("CONFIRMED");
        }
        if (kill.seen() != null) {
            assertThat(intents(told)).as(kill + " was seen").containsExactly(kill.seen());
        }
        if (kill.boundary().effect != Effect.UNKNOWN) {
            assertThat(share.decisions()).as(kill + " in AWS").isEqualTo(kill.boundary().effect == Effect.YES ? 1 : 0);
        }
        assertThat(share.status()).as(kill + " in AWS").isEqualTo(share.decisions() == 1 ? kill.effect() : "PENDING");
        if (!told.isEmpty() && last(told).equals("CONFIRMED")) {
            assertThat(share.decisions()).as(kill + " is called confirmed").isEqualTo(1);
        } else if (!told.isEmpty() && last(told).equals("FAILED")) {
            assertThat(share.decisions()).as(kill + " is called failed").isZero();
        }
    }

    private static List<HistoryEntry> about(Kill kill, List<HistoryEntry> history) {
        return history.stream()
                .filter(entry -> kill.invitation().equals(entry.invitation()) && entry.decision() != null)
                .toList();
    }

    private static List<Long> intents(List<HistoryEntry> history) {
        return history.stream()
                .filter(entry -> entry.outcome().equals("SENDING"))
                .map(HistoryEntry::decision)
                .toList();
    }

    private static String last(List<HistoryEntry> told) {
        return told.get(told.size() - 1).outcome();
    }

    private static String title(String state, Kill kill) {
        String banner = state.equals("CONFIRMED") ? state + "." + kill.action() : state;
        return WORDS.getString("decision.banner." + banner + ".title");
    }
}
