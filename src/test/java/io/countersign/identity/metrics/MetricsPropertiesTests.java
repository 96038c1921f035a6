package io.countersign.identity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MetricsPropertiesTests {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @Test
    void acceptsNothingWithoutAToken() {
        MetricsProperties closed = new MetricsProperties(null);
        assertThat(closed.accepts(null)).isFalse();
        assertThat(closed.accepts("Bearer ")).isFalse();
        assertThat(closed.accepts("Bearer null")).isFalse();
    }

    @Test
    void acceptsItsTokenAndDoesNotPrintIt() {
        MetricsProperties open = bind(TOKEN);
        assertThat(open.accepts("Bearer " + TOKEN)).isTrue();
        assertThat(open.accepts("bearer" + TOKEN)).isFalse();
        assertThat(open.accepts(null)).isFalse();
        assertThat(open).asString().doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2", "0123456789abcdef0123456789abcde", "hunter2 0123456789abcdef0123456789"})
    void refusesAWeakTokenAndDoesNotRepeatIt(String weak) {
        assertThatThrownBy(() -> bind(weak))
                .rootCause()
                .hasMessageContaining("countersign.metrics.token must have at least 32")
                .hasMessageNotContaining("hunter2");
    }

    private static MetricsProperties bind(String token) {
        return new Binder(new MapConfigurationPropertySource(Map.of("countersign.metrics.token", token)))
                .bind("countersign.metrics", MetricsProperties.class)
                .get();
    }
}
