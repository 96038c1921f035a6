package io.countersign.simulator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShareTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = START.plusSeconds(60);

    private final Share waiting = share("111122223333");

    @Test
    void expiresAtTheEndOfTheSeventhDayAndNotBefore() {
        assertThat(waiting.statusAt(START.plus(Duration.ofDays(7)).minusMillis(1)))
                .isEqualTo(ShareStatus.PENDING);
        assertThat(waiting.statusAt(START.plus(Duration.ofDays(7)))).isEqualTo(ShareStatus.EXPIRED);
    }

    @Test
    void doesNotExpireOnceItIsAccepted() {
        var accepted = waiting.answered(Action.ACCEPT, LATER);
        assertThat(accepted.statusAt(START.plus(Duration.ofDays(400)))).isEqualTo(ShareStatus.ACCEPTED);
    }

    @Test
    void countsTheAnswersThatTookEffect() {
        var left = waiting.answered(Action.ACCEPT, LATER).answered(Action.REJECT, LATER);
        assertThat(left.status()).isEqualTo(ShareStatus.REJECTED);
        assertThat(left.decisions()).isEqualTo(2);
    }

    @Test
    void refusesAnAnswerThatChangesNothingOrComesTooLate() {
        var accepted = waiting.answered(Action.ACCEPT, LATER);
        var rejected = waiting.answered(Action.REJECT, LATER);
        assertThatThrownBy(() -> accepted.answered(Action.ACCEPT, LATER)).isInstanceOf(AwsException.class);
        assertThatThrownBy(() -> rejected.answered(Action.ACCEPT, LATER)).isInstanceOf(AwsException.class);
        assertThatThrownBy(() -> waiting.revoked().answered(Action.ACCEPT, LATER))
                .isInstanceOf(AwsException.class);
        assertThatThrownBy(() -> waiting.answered(Action.ACCEPT, START.plus(Duration.ofDays(8))))
                .isInstanceOf(AwsException.class);
    }

    @Test
    void keepsThePermissionOfADecidedShare() {
        var rejected = waiting.answered(Action.REJECT, LATER);
        assertThat(waiting.withPermission(Permission.CONTRIBUTOR, LATER).permission())
                .isEqualTo(Permission.CONTRIBUTOR);
        assertThatThrownBy(() -> rejected.withPermission(Permission.CONTRIBUTOR, LATER))
                .isInstanceOf(AwsException.class);
    }

    @Test
    void sendsNoInvitationToAnOrganization() {
        var shared = share("arn:aws:organizations::555566667777:ou/o-abc123/ou-ab12-cd34");
        assertThat(shared.status()).isEqualTo(ShareStatus.ASSOCIATED);
        assertThat(shared.recipient()).isNull();
    }

    private static Share share(String with) {
        var owner = new Caller("555566667777", "eu-west-1");
        var workload = Resource.make(ResourceType.WORKLOAD, owner, "a".repeat(32), "Basket", Map.of(), START);
        return Share.offer("b".repeat(32), workload, Principal.of(with), Permission.READONLY, START);
    }
}
