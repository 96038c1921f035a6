package io.countersign.team.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.site.FormProblems;
import io.countersign.team.Delegation;
import io.countersign.team.TeamAuditEntries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.validation.BeanPropertyBindingResult;

/** Checks the delegation form. Today is 24 November. */
class DelegationFormTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-11-24",
        "2026-11-24, 2027-02-21",
        "2027-11-24, 2027-11-25",
        "' 2026-12-01 ', 2026-12-02"
    })
    void acceptsDaysFromToday(String from, String until) {
        assertThat(problems(form(from, until, "On leave"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-24, from team.delegation.from.past",
        "2027-11-25, 2027-11-25, from team.delegation.from.far",
        "2026-11-24, 2027-02-22, until team.delegation.until.long",
        "2026-11-25, 2026-11-24, until team.delegation.until.before",
        "'', 2026-11-24, from team.delegation.from.missing",
        "2026-11-24, , until team.delegation.until.missing",
        "24.11.2026, 2026-11-24, from team.delegation.from.wrong",
        "2026-11-24, 2026-02-30, until team.delegation.until.wrong",
        "2026-11-24, +999999999-12-31, until team.delegation.until.long",
        "+999999999-12-31, +999999999-12-31, from team.delegation.from.far"
    })
    void namesTheInvalidDay(String from, String until, String problem) {
        assertThat(problems(form(from, until, "On leave"))).containsExactly(problem);
    }

    @Test
    void refusesEmptyReasonsAndUnsafeCharacters() {
        assertThat(problems(form("2026-11-24", "2026-11-24", "…")))
                .containsExactly("reason team.delegation.reason.punctuation");
        assertThat(problems(form("2026-11-24", "2026-11-24", "x".repeat(501))))
                .containsExactly("reason team.delegation.reason.long");
        assertThat(problems(form("2026-11-24", "2026-11-24", "x".repeat(500)))).isEmpty();
        assertThat(problems(form("2026-11-24", "2026-11-24", "a\u0000b")))
                .containsExactly("reason team.delegation.reason.control");
    }

    @Test
    void describesTheUsersAndDays() {
        Delegation given = delegation(Instant.EPOCH, null);
        Delegation ended = delegation(Instant.EPOCH, "lea", TODAY);
        String line = "ann on behalf of lea, 2026-11-24 to 2026-11-26 (UTC)";
        assertThat(TeamAuditEntries.delegation(given, "ann", "accepted").message())
                .isEqualTo(line + ", accepted");
        assertThat(List.of(
                        given.on(TODAY.minusDays(1)),
                        given.on(TODAY),
                        given.on(TODAY.plusDays(2)),
                        given.on(TODAY.plusDays(3)),
                        ended.on(TODAY)))
                .containsExactly(
                        Delegation.State.COMING,
                        Delegation.State.RUNNING,
                        Delegation.State.RUNNING,
                        Delegation.State.OVER,
                        Delegation.State.ENDED);
    }

    @Test
    void isPendingUntilTheDelegateAcceptsOrDeclinesIt() {
        Delegation pending = delegation(null, null);
        assertThat(pending.on(TODAY.minusDays(1))).isEqualTo(Delegation.State.PENDING);
        assertThat(pending.on(TODAY.plusDays(2))).isEqualTo(Delegation.State.PENDING);
        assertThat(pending.on(TODAY.plusDays(3))).isEqualTo(Delegation.State.EXPIRED);
        assertThat(delegation(null, "ann").on(TODAY)).isEqualTo(Delegation.State.DECLINED);
        assertThat(delegation(null, "lea").on(TODAY)).isEqualTo(Delegation.State.CANCELED);
    }

    @Test
    void tellsADelegationThatEndedEarlyFromOneThatNeverTookEffect() {
        assertThat(delegation(Instant.EPOCH, "ann", TODAY.minusDays(1)).on(TODAY))
                .isEqualTo(Delegation.State.CANCELED);
        assertThat(delegation(Instant.EPOCH, "ann", TODAY).on(TODAY)).isEqualTo(Delegation.State.ENDED);
    }

    private static Delegation delegation(@Nullable Instant acceptedAt, @Nullable String endedBy) {
        return delegation(acceptedAt, endedBy, TODAY.minusDays(1));
    }

    private static Delegation delegation(@Nullable Instant acceptedAt, @Nullable String endedBy, LocalDate endedOn) {
        return new Delegation(
                1,
                "lea",
                "ann",
                TODAY,
                TODAY.plusDays(2),
                "On leave",
                Instant.EPOCH,
                acceptedAt,
                endedBy == null ? null : endedOn.atStartOfDay(ZoneOffset.UTC).toInstant(),
                endedBy);
    }

    private static DelegationForm form(String from, String until, String reason) {
        return new DelegationForm("ann", from, until, reason);
    }

    private static List<String> problems(DelegationForm form) {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
        form.checkDays(errors, TODAY);
        return Stream.concat(
                        FormProblems.of(form).stream(),
                        errors.getFieldErrors().stream().map(error -> error.getField() + " " + error.getCode()))
                .toList();
    }
}
