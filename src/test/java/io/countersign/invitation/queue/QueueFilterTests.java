package io.countersign.invitation.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.server.ResponseStatusException;

class QueueFilterTests {

    @Test
    void linkContainsTheWholeFilter() {
        QueueFilter filter = QueueFilter.of(Map.of("text", "a&b=c {x} ’", "type", "LENS", "sort", "-name"));

        assertThat(filter.link("/")).isEqualTo("/?text=a%26b%3Dc%20%7Bx%7D%20%E2%80%99&type=LENS&sort=-name");
    }

    @Test
    void ignoresEmptyParameters() {
        assertThat(QueueFilter.of(Map.of("text", "  ", "type", ""))).isEqualTo(QueueFilter.none());
        assertThat(QueueFilter.none().link("/")).isEqualTo("/?view=all");
        assertThat(QueueFilter.none().link("/refresh")).isEqualTo("/refresh");
    }

    @Test
    void readsHoursSinceFirstSeenAsARange() {
        assertThat(QueueFilter.of(Map.of("waited", "144-162")).criteria().waited())
                .isEqualTo(new AgeRange(144, 162));
        assertThat(QueueFilter.of(Map.of("waited", "168-")).link("/")).isEqualTo("/?waited=168-");
    }

    @ParameterizedTest
    @CsvSource({
        "waited, 6",
        "waited, 24-6",
        "waited, -6",
        "waited, 1-99999",
        "type, workload",
        "account, 12",
        "region, nowhere",
        "permission, read only",
        "owner, <script>",
        "sort, price",
        "text, 'a\\bb'"
    })
    void refusesAndNamesMalformedParameters(String name, String value) {
        assertThatThrownBy(() -> QueueFilter.of(Map.of(name, value.translateEscapes())))
                .isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining("400 BAD_REQUEST")
                .hasMessageContaining(name + ": ");
    }

    @Test
    void refusesTextOverTheLimit() {
        assertThatThrownBy(() -> QueueFilter.of(Map.of("text", "x".repeat(201))))
                .hasMessageContaining("text: at most 200 characters");
    }
}
