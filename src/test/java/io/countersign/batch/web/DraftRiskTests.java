package io.countersign.batch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.batch.web.DraftRisk.Count;
import io.countersign.invitation.view.InvitationView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counts of risks in the preview of a bulk decision. */
class DraftRiskTests {

    @Test
    void countsEachRowOncePerGroup() {
        DraftRisk risk = DraftRisk.of(List.of(
                item(1, "a", true, "READONLY", false),
                item(1, "a", true, "READONLY", false),
                item(2, "b", false, "CONTRIBUTOR", true),
                item(2, "c", false, "OWNER_OF_ALL", true),
                item(3, "c", null, null, true)));
        assertThat(risk.invitations()).isEqualTo(5);
        assertThat(risk.resources()).isEqualTo(4);
        assertThat(risk.groups())
                .containsExactly(
                        List.of(count("internal", 2), count("external", 2), count("unknown", 1)),
                        List.of(count("READONLY", 2), count("CONTRIBUTOR", 1), count("other", 1), count("none", 1)));
        assertThat(risk.fromNewOwners()).isEqualTo(3);
        assertThat(risk.newOwners()).isEqualTo(2);
    }

    @Test
    void countsTheRowsOfEachResource() {
        InvitationView shared = item(1, "a", true, "READONLY", false);
        InvitationView unnamed = item(1, null, true, "READONLY", false);
        DraftRisk risk = DraftRisk.of(List.of(shared, item(1, "a", true, "READONLY", false), unnamed));
        assertThat(risk.together(shared)).isEqualTo(2);
        assertThat(risk.together(unnamed)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "true, READONLY, false",
        "true, , false",
        ", READONLY, false",
        "false, READONLY, true",
        "true, CONTRIBUTOR, true",
        "true, OWNER_OF_ALL, true"
    })
    void asksForAReviewOfExternalOwnersAndOfMoreThanReading(
            @Nullable Boolean internal, @Nullable String permission, boolean alone) {
        assertThat(DraftRisk.reviewedAlone(item(1, "a", internal, permission, false)))
                .isEqualTo(alone);
    }

    private static Count count(String key, long rows) {
        return new Count("batch.risk." + key, rows);
    }

    private static InvitationView item(
            int owner,
            @Nullable String resource,
            @Nullable Boolean internal,
            @Nullable String permission,
            boolean isNew) {
        String account = "%012d".formatted(owner);
        return new InvitationView(
                "%032d".formatted(owner),
                new InvitationView.Resource("Name", "WORKLOAD", resource),
                new InvitationView.Owner(account, null, internal, "NONE", isNew),
                new InvitationView.Recipient("111122223333", "Retail", "eu-west-1", null, null, true),
                permission,
                new InvitationView.Timing(Instant.EPOCH, null, Instant.EPOCH, Instant.EPOCH, "calm", null),
                "PENDING",
                "/",
                null,
                null);
    }
}
