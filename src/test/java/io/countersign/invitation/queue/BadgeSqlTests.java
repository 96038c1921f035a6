package io.countersign.invitation.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.invitation.queue.ApprovalMatches.ApprovalMatch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BadgeSqlTests {

    private static final ApprovalMatch LENSES =
            new ApprovalMatch(Set.of("LENS"), Set.of("READONLY"), true, Set.of("222233334444"), Set.of("1"), false);
    private static final ApprovalMatch OTHERS =
            new ApprovalMatch(Set.of("WORKLOAD"), Set.of(), false, Set.of(), Set.of("2"), true);

    /** Tabs to which different badges apply are counted in one statement. */
    @Test
    void aBadgeHasTheSameParametersBesideOthers() {
        BadgeMatch match = new BadgeMatch(Set.of("999988887777"), List.of(LENSES, OTHERS));
        for (Badge badge : Badge.values()) {
            BadgeSql alone = new BadgeSql(match);
            BadgeSql last = new BadgeSql(match);
            for (Badge other : Badge.values()) {
                last.condition(other);
            }
            assertThat(last.condition(badge)).isEqualTo(alone.condition(badge));
            assertThat(last.parameters()).containsAllEntriesOf(alone.parameters());
        }
    }

    @Test
    void eachConditionHasItsParameters() {
        BadgeSql badges = new BadgeSql(new BadgeMatch(Set.of("999988887777"), List.of(LENSES, OTHERS)));
        String condition = badges.condition(Badge.EXTERNAL) + badges.condition(Badge.SECOND_APPROVAL);
        Map<String, Object> parameters = badges.parameters();
        assertThat(parameters).hasSize(9).allSatisfy((name, values) -> assertThat(condition)
                .contains(":" + name + " "));
    }
}
