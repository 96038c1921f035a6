package io.countersign.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Tests the layout of the log with texts that imitate an entry. */
class LogLayoutTests {

    private static final String FORGED = "a\n2026-11-28T23:00:00.000Z  INFO FORGED\r\u001b[31m\u2028b";

    final LoggerContext context = new LoggerContext();
    final PatternLayout layout = new PatternLayout();

    @BeforeEach
    void start() throws IOException {
        String pattern = String.valueOf(new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .get(0)
                .getProperty("logging.pattern.console"));
        layout.setContext(context);
        layout.setPattern(pattern);
        layout.start();
    }

    @Test
    void replacesControlCharactersAndMarksFurtherLines() {
        assertThat(layout(FORGED, null))
                .endsWith(": a\n| 2026-11-28T23:00:00.000Z  INFO FORGED\uFFFD\uFFFD[31m\uFFFDb\n");
    }

    @Test
    void marksTheLinesOfExceptions() {
        assertThat(layout("failed", new IllegalStateException(FORGED)).lines().skip(1))
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> assertThat(line).startsWith("| "));
    }

    private String layout(String message, @Nullable Exception failure) {
        return layout.doLayout(new LoggingEvent(
                getClass().getName(), context.getLogger(getClass()), Level.INFO, message, failure, new Object[0]));
    }
}
