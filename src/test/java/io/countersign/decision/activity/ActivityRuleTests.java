package io.countersign.decision.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.AuditSubject;
import io.countersign.audit.StoredAuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests how audit entries become sentences and phases. */
class ActivityRuleTests {

    private static final Instant ARRIVAL = Instant.parse("2026-11-20T08:00:00Z");
    private static final List<String> EVENTS = List.of(
            "CLAIM.DONE",
            "ASSIGN.DONE",
            "RELEASE.DONE",
            "COMMENT.DONE",
            "VIEW.DONE",
            "PROPOSE.PROPOSED",
            "PROPOSE.COUNTERSIGNED",
            "PROPOSE.SENT_BACK",
            "PROPOSE.STALE",
            "ACCEPT.HELD",
            "ACCEPT.SENDING",
            "ACCEPT.CONFIRMED",
            "ACCEPT.FAILED",
            "ACCEPT.WITHDRAWN",
            "REJECT.UNKNOWN",
            "EFFECT_CHECK.FAILED",
            "EFFECT_CHECK.IN_EFFECT",
            "READ.REMOVED",
            "READ.REAPPEARED",
            "READ.EXPIRED",
            "FUTURE.CODE");

    private final List<StoredAuditEntry> log = new ArrayList<>();
    private Instant now = ARRIVAL;

    @Test
    void statesHowLongItWaitedForWhom() {
        add("READ.DISCOVERED", "system", null);
        after(Duration.ofHours(123)).add("ASSIGN.DONE", "lead", "free → reviewer, until 2026-11-26T11:00:00Z");
        after(Duration.ofHours(2)).add("PROPOSE.PROPOSED", "reviewer", "proposal 1: none → OPEN, by reviewer");
        after(Duration.ofMinutes(8)).add("PROPOSE.COUNTERSIGNED", "lead", null);
        add("ACCEPT.SENDING", "lead", null);
        after(Duration.ofMillis(300)).add("ACCEPT.CONFIRMED", "lead", null);
        after(Duration.ofDays(9));

        assertThat(activity().phases())
                .extracting(phase -> phase.kind() + " " + phase.person() + " " + phase.length() + " " + phase.open())
                .containsExactly(
                        "UNASSIGNED null PT123H false", "ASSIGNED reviewer PT2H false", "APPROVED null PT8M false");
    }

    @Test
    void endsAnAssignmentWhenItsTimeIsOver() {
        add("READ.DISCOVERED", "system", null);
        add("CLAIM.DONE", "ben", "free → ben, until 2026-11-20T12:00:00Z");
        after(Duration.ofHours(10));

        assertThat(activity().phases())
                .extracting(phase -> phase.kind() + " " + phase.person() + " " + phase.length() + " " + phase.open())
                .containsExactly("ASSIGNED ben PT4H false", "UNASSIGNED null PT6H true");
    }

    @Test
    void startsAgainIfTheInvitationIsListedAgain() {
        add("READ.DISCOVERED", "system", null);
        after(Duration.ofDays(1)).add("READ.REMOVED", "system", "no longer listed");
        after(Duration.ofDays(1)).add("READ.REAPPEARED", "system", null);
        after(Duration.ofHours(1));

        assertThat(activity().phases()).singleElement().satisfies(phase -> {
            assertThat(phase.from()).isEqualTo(ARRIVAL.plus(Duration.ofDays(2)));
            assertThat(phase.open()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "CLAIM.DONE | ben | free → ben, until 2026-11-20T12:00:00Z | ASSIGN.SELF | ben",
                "CLAIM.DONE | ben | ben → ben, until 2026-11-20T12:00:00Z | ASSIGN.RENEWED | ben",
                "CLAIM.DONE | lead | ben → lead, until 2026-11-20T12:00:00Z, on behalf of mia | ASSIGN.TAKEN | ben",
                "ASSIGN.DONE | lead | free → ben, until 2026-11-21T08:00:00Z | ASSIGN.OTHER | ben",
                "HANDOVER.DONE | ben | ben → mia, until 2026-11-21T08:00:00Z | ASSIGN.OTHER | mia",
                "RELEASE.DONE | ben | ben → unassigned | UNASSIGN.SELF | ben",
                "RELEASE.DONE | lead | ben → unassigned, because ben can no longer decide it | UNASSIGN.OTHER | ben",
                "ASSIGN.DONE | lead | a text of a later version | ASSIGN.DONE | -",
                "COMMENT.DONE | ben | to lead, mia | COMMENT.MENTION | lead, mia",
                "COMMENT.DONE | ben | - | COMMENT.DONE | -",
                "FUTURE.CODE | ben | - | FUTURE.CODE | -"
            })
    void choosesTheSentence(String event, String actor, @Nullable String message, String key, @Nullable String other) {
        add(event, actor, message);
        assertThat(activity().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.key()).isEqualTo(key);
            assertThat(entry.other()).isEqualTo(other);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "REJECT.SENDING | on behalf of mia | mia",
                "ACCEPT.FAILED | AccessDenied: not allowed, on behalf of mia | -",
                "CLAIM.DONE | lead → ben, until 2026-11-20T12:00:00Z, on behalf of mia | mia",
                "PROPOSE.SENT_BACK | proposal 1: OPEN, by ann on behalf of mia → SENT_BACK, by ben | -",
                "PROPOSE.PROPOSED | proposal 1: none → OPEN, by ben on behalf of mia | mia"
            })
    void namesTheUserOnWhoseBehalfItWasDone(String event, String message, @Nullable String inPlaceOf) {
        add(event, "ben", message);
        assertThat(activity().entries()).singleElement().satisfies(entry -> assertThat(entry.inPlaceOf())
                .isEqualTo(inPlaceOf));
    }

    @Test
    void showsOnlyTheFirstViewOfEachUser() {
        for (String person : List.of("ben", "mia", "ben", "mia", "ben")) {
            after(Duration.ofHours(1)).add("VIEW.DONE", person, null);
        }
        assertThat(activity().entries())
                .extracting(entry -> entry.key() + " " + entry.person())
                .containsExactly("VIEW.DONE mia", "VIEW.FIRST ben");
    }

    @Test
    void hasASentenceForEachEntryIfAllAreAskedFor() {
        add("READ.DISCOVERED", "system", null);
        after(Duration.ofHours(1)).add("VIEW.DONE", "ben", null);
        add("VIEW.DONE", "mia", null);
        add("VIEW.DONE", "ben", null);
        add("ACCEPT.CONFIRMED", "ben", "sent as a role");

        FullActivity full = ActivityRule.full(log, now);

        assertThat(full.sentences())
                .extracting(entry -> entry.key() + " " + entry.person() + " " + entry.detail())
                .containsExactly(
                        "READ.DISCOVERED system null",
                        "VIEW.FIRST ben null",
                        "VIEW.DONE mia null",
                        "VIEW.DONE ben null",
                        "ACCEPT.CONFIRMED ben sent as a role");
        assertThat(full.phases()).singleElement().extracting(Phase::length).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void boundsTheEntries() {
        add("READ.DISCOVERED", "system", null);
        for (int i = 0; i < ActivityRule.SHOWN; i++) {
            after(Duration.ofMinutes(1)).add("COMMENT.DONE", "ben", null);
        }
        assertThat(activity().entries()).hasSize(ActivityRule.SHOWN);
        assertThat(activity().earlier()).isTrue();
        assertThat(ActivityRule.activity(log, false, now).phases())
                .as("the arrival may be missing")
                .isEmpty();
    }

    /** For every log, the phases follow each other without gaps and add up to the time between arrival and end. */
    @Property(tries = 2000)
    void leavesNoTimeOut(@ForAll("logs") List<StoredAuditEntry> entries, @ForAll("minutes") int more) {
        Instant end = entries.get(entries.size() - 1).at().plus(Duration.ofMinutes(more));
        List<Phase> phases = PhaseRule.phases(entries, end);
        for (int i = 0; i < phases.size(); i++) {
            assertThat(phases.get(i).from()).isBefore(phases.get(i).to());
            assertThat(i == 0 || phases.get(i).from().equals(phases.get(i - 1).to()))
                    .isTrue();
            assertThat(phases.get(i).kind() == Phase.Kind.ASSIGNED)
                    .isEqualTo(phases.get(i).person() != null);
            assertThat(i < phases.size() - 1 && phases.get(i).open()).isFalse();
        }
        if (!phases.isEmpty()) {
            Phase last = phases.get(phases.size() - 1);
            assertThat(entries)
                    .extracting(StoredAuditEntry::at)
                    .contains(phases.get(0).from());
            assertThat(last.to().equals(end)
                            || entries.stream().anyMatch(entry -> entry.at().equals(last.to())))
                    .isTrue();
        }
        assertThat(SentenceRule.sentences(entries)).hasSizeLessThanOrEqualTo(entries.size());
        assertThat(SentenceRule.ofEach(entries)).hasSameSizeAs(entries);
    }

    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, 600);
    }

    @Provide
    Arbitrary<List<StoredAuditEntry>> logs() {
        Arbitrary<String> events = Arbitraries.of(EVENTS);
        return Arbitraries.integers()
                .between(0, 90)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .flatMap(gaps -> events.list().ofSize(gaps.size()).map(codes -> log(codes, gaps)));
    }

    private static List<StoredAuditEntry> log(List<String> codes, List<Integer> gaps) {
        List<StoredAuditEntry> entries = new ArrayList<>();
        entries.add(entry(1, ARRIVAL, "READ.DISCOVERED", "system", null));
        Instant at = ARRIVAL;
        for (int i = 0; i < codes.size(); i++) {
            at = at.plus(Duration.ofMinutes(gaps.get(i)));
            String message = "free → ben, until " + at.plus(Duration.ofMinutes(45));
            entries.add(entry(
                    i + 2, at, codes.get(i), "ben", codes.get(i).startsWith("RELEASE") ? "ben → unassigned" : message));
        }
        return entries;
    }

    private ActivityRuleTests after(Duration time) {
        now = now.plus(time);
        return this;
    }

    private void add(String event, String actor, @Nullable String message) {
        log.add(entry(log.size() + 1L, now, event, actor, message));
    }

    private static StoredAuditEntry entry(long seq, Instant at, String event, String actor, @Nullable String message) {
        String[] codes = event.split("\\.");
        return new StoredAuditEntry(seq, at, actor, codes[0], codes[1], AuditSubject.NONE, null, message, null, null);
    }

    private Activity activity() {
        return ActivityRule.activity(log, true, now);
    }
}
