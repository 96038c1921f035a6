package io.countersign.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceShareTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = START.plusSeconds(60);

    private final ResourceShare waiting = share("111122223333");

    @Test
    void expiresAtTheEndOfTheSeventhDayAndNotBefore() {
        assertThat(waiting.statusAt(START.plus(Duration.ofDays(7)).minusMillis(1)))
                .isEqualTo(ShareStatus.PENDING);
        assertThat(waiting.statusAt(START.plus(Duration.ofDays(7)))).isEqualTo(ShareStatus.EXPIRED);
    }

    @Test
    void doesNotExpireOnceItIsAccepted() {
        var accepted = waiting.answered(InvitationAction.ACCEPT, LATER);
        assertThat(accepted.statusAt(START.plus(Duration.ofDays(400)))).isEqualTo(ShareStatus.ACCEPTED);
    }

    @Test
    void countsAnswersThatTookEffect() {
        var left = waiting.answered(InvitationAction.ACCEPT, LATER).answered(InvitationAction.REJECT, LATER);
        assertThat(left.status()).isEqualTo(ShareStatus.REJECTED);
        assertThat(left.decisions()).isEqualTo(2);
    }

    @Test
    void refusesAnswersWithoutEffectAndLateAnswers() {
        var accepted = waiting.answered(InvitationAction.ACCEPT, LATER);
        var rejected = waiting.answered(InvitationAction.REJECT, LATER);
        assertThatThrownBy(() -> accepted.answered(InvitationAction.ACCEPT, LATER))
                .isInstanceOf(AwsException.class);
        assertThatThrownBy(() -> rejected.answered(InvitationAction.ACCEPT, LATER))
                .isInstanceOf(AwsException.class);
        assertThatThrownBy(() -> waiting.revoked().answered(InvitationAction.ACCEPT, LATER))
                .isInstanceOf(AwsException.class);
        assertThatThrownBy(() -> waiting.answered(InvitationAction.ACCEPT, START.plus(Duration.ofDays(8))))
                .isInstanceOf(AwsException.class);
    }

    @Test
    void keepsThePermissionOfADecidedShare() {
        var rejected = waiting.answered(InvitationAction.REJECT, LATER);
        assertThat(waiting.withPermission(SharePermission.CONTRIBUTOR, LATER).permission())
                .isEqualTo(SharePermission.CONTRIBUTOR);
        assertThatThrownBy(() -> rejected.withPermission(SharePermission.CONTRIBUTOR, LATER))
                .isInstanceOf(AwsException.class);
    }

    @Test
    void sendsNoInvitationToAnOrganization() {
        var shared = share("arn:aws:organizations::555566667777:ou/o-abc123/ou-ab12-cd34");
        assertThat(shared.status()).isEqualTo(ShareStatus.ASSOCIATED);
        assertThat(shared.recipient()).isNull();
    }

    private static ResourceShare share(String with) {
        var owner = new ApiCaller("555566667777", "eu-west-1");
        var workload = SharedResource.make(ResourceType.WORKLOAD, owner, "a".repeat(32), "Basket", Map.of(), START);
        return ResourceShare.offer("b".repeat(32), workload, SharePrincipal.of(with), SharePermission.READONLY, START);
    }
}
