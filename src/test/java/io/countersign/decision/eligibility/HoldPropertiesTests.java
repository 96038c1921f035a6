package io.countersign.decision.eligibility;

import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HoldPropertiesTests {

    private static final ListedInvitation READONLY = workload(1, "w");
    private static final ListedInvitation CONTRIBUTOR = workload(1, "w", Permission.CONTRIBUTOR);

    @Test
    void holdsOnlyContributorAcceptsByDefault() {
        HoldProperties holds = bound(Map.of());
        assertThat(holds.of(InvitationAction.ACCEPT, false, READONLY)).isZero();
        assertThat(holds.of(InvitationAction.ACCEPT, true, READONLY)).isZero();
        assertThat(holds.of(InvitationAction.REJECT, false, CONTRIBUTOR)).isZero();
        assertThat(holds.of(InvitationAction.ACCEPT, false, CONTRIBUTOR)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void usesTheLongestMatchingHold() {
        HoldProperties holds =
                bound(Map.of("single", "1s", "bulk", "2s", "type.WORKLOAD", "3s", "permission.CONTRIBUTOR", "4s"));
        assertThat(holds.of(InvitationAction.ACCEPT, true, CONTRIBUTOR)).isEqualTo(Duration.ofSeconds(4));
        assertThat(holds.of(InvitationAction.REJECT, true, CONTRIBUTOR)).isEqualTo(Duration.ofSeconds(3));
        assertThat(bound(Map.of("single", "1s", "bulk", "2s")).of(InvitationAction.REJECT, true, READONLY))
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(bound(Map.of("single", "1s", "bulk", "2s")).of(InvitationAction.REJECT, false, READONLY))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void refusesAnInvalidHold() {
        for (String wrong : new String[] {"-1s", "61m"}) {
            assertThatThrownBy(() -> bound(Map.of("type.LENS", wrong)))
                    .rootCause()
                    .hasMessage("countersign.decision.hold.type.LENS: must be from 0s to 1h");
        }
    }

    private static HoldProperties bound(Map<String, String> values) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        values.forEach((name, value) -> source.put("countersign.decision.hold." + name, value));
        return new Binder(source).bindOrCreate("countersign.decision.hold", HoldProperties.class);
    }
}
