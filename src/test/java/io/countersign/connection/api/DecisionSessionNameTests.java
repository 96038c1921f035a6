package io.countersign.connection.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionSessionNameTests {

    @ParameterizedTest
    @CsvSource({
        "reviewer, 1482, reviewer@decision-1482",
        "ana.lopez@example.com, 7, ana.lopez@example.com@decision-7",
        "'pat.o''brien+desk@example.com', 7, pat.o-brien+desk@example.com@decision-7",
        "Zoë Ångström, 7, Zoe-Angstrom@decision-7",
        "a b/c:d, 1, a-b-c-d@decision-1",
        "ﬁ, 1, fi@decision-1",
        "'', 1, @decision-1",
    })
    void namesUserAndDecision(String person, long decision, String name) {
        assertThat(new DecisionSessionName(person, decision).sessionName()).isEqualTo(name);
    }

    @Test
    void truncatesALongNameButNotTheDecision() {
        assertThat(new DecisionSessionName("x".repeat(100), Long.MAX_VALUE).sessionName())
                .hasSize(64)
                .startsWith("xxx")
                .endsWith("x@decision-9223372036854775807");
    }

    @ParameterizedTest
    @ValueSource(strings = {"审阅者", "👩‍💻 dev", "a\u0000b\nc", "\ud83d", "٣", "é\u0301", "<script>", "aws:me"})
    void containsOnlyCharactersThatAwsAllows(String person) {
        assertThat(new DecisionSessionName(person, 1).sessionName()).matches("[A-Za-z0-9_+=,.@-]{2,64}");
    }
}
