package io.countersign.sync.removal;

import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceType;
import io.countersign.connection.ResourceVisibility;
import io.countersign.invitation.GoneCause;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationState;
import io.countersign.invitation.RemovalConfidence;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RemovalReasonResolverTests {

    private static final Instant SEEN = Instant.parse("2026-11-15T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void concludesExpiryOnlyAfterSevenDays() {
        assertThat(cause(invitation(SEEN.minusSeconds(300), false), SEEN.plus(WEEK)))
                .isEqualTo("EXPIRED LIKELY");
        assertThat(cause(invitation(SEEN, false), SEEN.plus(WEEK).minusMillis(1)))
                .isEqualTo("UNKNOWN POSSIBLE");
        assertThat(cause(
                        invitation(SEEN.minusSeconds(300), false),
                        SEEN.plus(WEEK).minusSeconds(300)))
                .isEqualTo("EXPIRED POSSIBLE");
        assertThat(cause(
                        invitation(SEEN.minusSeconds(300), false),
                        SEEN.plus(WEEK).minusSeconds(301)))
                .isEqualTo("UNKNOWN POSSIBLE");
    }

    @Test
    void isLessConfidentIfAwsDocumentsNoExpiry() {
        assertThat(cause(profile(), SEEN.plus(WEEK))).isEqualTo("EXPIRED POSSIBLE");
    }

    @Test
    void doesNotRepeatTheCauseInTheEvidence() {
        assertThat(RemovalReasonResolver.absent(invitation(null, false), SEEN).evidence())
                .isEqualTo("The resource is not in the account.");
    }

    @Test
    void doesNotGuessTheAgeBeforeTheFirstPoll() {
        assertThat(cause(invitation(null, false), SEEN.plus(WEEK).minusMillis(1)))
                .isEqualTo("UNKNOWN POSSIBLE");
    }

    @Test
    void prefersAnUnclearDecisionMadeHere() {
        assertThat(cause(invitation(null, true), SEEN.plus(WEEK))).isEqualTo("DECIDED_HERE POSSIBLE");
    }

    @Test
    void concludesAnAcceptElsewhereFromAVisibleResource() {
        RemovalReasonResolver removalReasonResolver = new RemovalReasonResolver(
                (source, listed) -> new ResourceVisibility.Visible("ListWorkloads", null, null));
        assertThat(removalReasonResolver.about(invitation(null, false), SEEN)).hasValueSatisfying(removalReason -> {
            assertThat(removalReason.cause()).isEqualTo(GoneCause.ACCEPTED_ELSEWHERE);
            assertThat(removalReason.confidence()).isEqualTo(RemovalConfidence.LIKELY);
        });
    }

    @Test
    void concludesNoAcceptFromAResourceThatCameByAnotherInvitation() {
        RemovalReasonResolver resolver = new RemovalReasonResolver(
                (source, listed) -> new ResourceVisibility.Visible("GetWorkload", null, "f".repeat(32)));
        assertThat(resolver.about(invitation(null, false), SEEN))
                .hasValueSatisfying(reason -> assertThat(reason.cause()).isEqualTo(GoneCause.UNKNOWN));
    }

    @Test
    void concludesNothingFromTheAbsenceOfAResourceThatOnlyOneUserMaySee() {
        ListedInvitation listed = new ListedInvitation(
                new InvitationId("0".repeat(32)),
                ResourceType.WORKLOAD,
                null,
                "arn:aws:iam::111122223333:user/kim",
                null,
                null,
                null);
        assertThat(cause(of(listed, SEEN, false), SEEN.plus(WEEK))).isEqualTo("UNKNOWN POSSIBLE");
    }

    private static String cause(Invitation missing, Instant began) {
        var removalReason = RemovalReasonResolver.absent(missing, began);
        assertThat(removalReason.evidence()).isNotBlank().hasSizeLessThan(500);
        return removalReason.cause() + " " + removalReason.confidence();
    }

    private static Invitation invitation(@Nullable Instant unseenSince, boolean unclear) {
        return of(workload(1, "w"), unseenSince, unclear);
    }

    private static Invitation profile() {
        ListedInvitation listed = new ListedInvitation(
                new InvitationId("0".repeat(32)), ResourceType.PROFILE, null, null, null, null, null);
        return of(listed, SEEN.minusSeconds(300), false);
    }

    private static Invitation of(ListedInvitation listed, @Nullable Instant unseenSince, boolean unclear) {
        return new Invitation(
                listed,
                RETAIL,
                InvitationState.PENDING,
                SEEN,
                unseenSince,
                SEEN,
                unclear ? 7L : null,
                unclear,
                false,
                null,
                null);
    }
}
