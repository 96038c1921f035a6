package io.countersign.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.kill.Boundary.Effect;
import io.countersign.kill.Boundary.Leaves;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Checks the guarantees after a restart from outside: on the pages, in the history and in AWS. */
final class RestartChecks {

    private static final Duration SETTLED = Duration.ofMinutes(5);

    /** Leaves the processor to the tests that run at the same time, because decisions take a minute to end. */
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final UserSession user;
    private final SimulatedAws aws;
    private Set<HistoryEntry> before = Set.of();

    RestartChecks(UserSession user, SimulatedAws aws) {
        this.user = user;
        this.aws = aws;
    }

    /** Checks that no entry was lost and that every request to AWS was recorded before. */
    Observation checkAll(List<Kill> kills) {
        Observation seen = Observation.of(user, aws);
        Set<HistoryEntry> history = new LinkedHashSet<>(seen.history());
        assertThat(missing(before, history)).as("earlier entries that are lost").isEmpty();
        before = history;
        List<Long> sent = history.stream()
                .filter(entry -> entry.outcome().equals("SENDING"))
                .map(HistoryEntry::decision)
                .toList();
        assertThat(seen.updates()).as("nothing is sent twice").doesNotHaveDuplicates();
        assertThat(sent).as("every request is recorded once").doesNotHaveDuplicates();
        assertThat(missing(seen.updates(), Set.copyOf(sent)))
                .as("requests without a record")
                .isEmpty();
        assertThat(history).as("no read-back contradicts a decision").noneMatch(entry -> entry.outcome()
                .equals("MISMATCH"));
        kills.forEach(kill -> check(kill, seen));
        return seen;
    }

    private static <T> Set<T> missing(Collection<T> expected, Set<T> actual) {
        return expected.stream().filter(each -> !actual.contains(each)).collect(Collectors.toSet());
    }

    /** Checks what the user finds after the kill. */
    void checkPages(List<Kill> kills) {
        AtomicReference<Observation> last = new AtomicReference<>();
        // Reads again until both match, because the state may change between the two reads.
        Polling.until(kills + " have their pages", KillMoment.LIMIT, () -> {
            Observation seen = Observation.of(user, aws);
            last.set(seen);
            return kills.stream().allMatch(kill -> pageMatches(kill, seen.about(kill)));
        });
        kills.forEach(kill -> checkOffer(kill, last.get()));
    }

    private boolean pageMatches(Kill kill, DecisionEntries entries) {
        return entries.list().isEmpty()
                || DecisionHeading.of(Objects.requireNonNull(entries.state()), kill.action())
                        .isOn(user.decision(entries.decisions().get(0)));
    }

    private void checkOffer(Kill kill, Observation seen) {
        String state = seen.about(kill).state();
        if (seen.inEffect(kill)) {
            assertThat(user.offers(kill.invitation()))
                    .as(kill + " is not offered again")
                    .isFalse();
        } else if (state == null || state.equals("FAILED") || state.equals("WITHDRAWN")) {
            assertThat(user.offers(kill.invitation()))
                    .as(kill + " can still be decided")
                    .isTrue();
        }
    }

    /** Waits until every decision has a final state, and checks that the state matches AWS. */
    void checkEnds(List<Kill> kills) {
        Polling.until("every decision has ended", SETTLED, BETWEEN, () -> {
            Observation seen = Observation.of(user, aws);
            return kills.stream().allMatch(kill -> seen.about(kill).ended());
        });
        Observation seen = checkAll(kills);
        kills.forEach(kill -> {
            String state = seen.about(kill).state();
            assertThat("CONFIRMED".equals(state)).as(kill + " is " + state).isEqualTo(seen.inEffect(kill));
        });
        checkPages(kills);
    }

    private void check(Kill kill, Observation seen) {
        DecisionEntries entries = seen.about(kill);
        SimulatedAws.Share share = seen.share(kill);
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
