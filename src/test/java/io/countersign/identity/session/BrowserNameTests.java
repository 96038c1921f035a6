package io.countersign.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the names of browsers with the headers that they send. */
class BrowserNameTests {

    private static final String WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko) ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Chrome 147 on Linux    | (X11; Linux x86_64)                      | Chrome/147.0.0.0 Safari/537.36
            Chrome 147 on Android  | (Linux; Android 10; K)                   | Chrome/147.0.0.0 Mobile Safari/537.36
            Chrome 147 on iOS      | (iPhone; CPU iPhone OS 18_5 like Mac OS X) | CriOS/147.0.1 Mobile/15E148 Safari/604.1
            Edge 147 on Windows    | (Windows NT 10.0; Win64; x64)            | Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0
            Edge 146 on Android    | (Linux; Android 10; K)                   | Chrome/147.0.0.0 Mobile Safari/537.36 EdgA/146.0.0.0
            Firefox 150 on macOS   | (Macintosh; Intel Mac OS X 10.15)        | Gecko/20100101 Firefox/150.0
            Firefox 150 on iOS     | (iPad; CPU OS 18_5 like Mac OS X)        | FxiOS/150.0 Mobile/15E148 Safari/605.1.15
            Safari 18 on macOS     | (Macintosh; Intel Mac OS X 10_15_7)      | Version/18.5 Safari/605.1.15
            Safari 18 on iOS       | (iPhone; CPU iPhone OS 18_5 like Mac OS X) | Version/18.5 Mobile/15E148 Safari/604.1
            """)
    void namesCommonBrowsers(String name, String system, String product) {
        assertThat(BrowserName.of("Mozilla/5.0 " + system + " " + WEBKIT + product))
                .isEqualTo(name);
    }

    @Test
    void showsTheBeginningOfAnotherHeaderWithoutHiddenCharacters() {
        assertThat(BrowserName.of("curl/8.5.0")).isEqualTo("curl/8.5.0");
        assertThat(BrowserName.of("Chrome/147")).as("without a system").isEqualTo("Chrome/147");
        assertThat(BrowserName.of("a\u202eb\u0007")).isEqualTo("a\ufffdb\u2407");
        assertThat(BrowserName.of("x".repeat(61))).isEqualTo("x".repeat(59) + "…");
    }

    @Test
    void namesNoBrowserWithoutAHeader() {
        assertThat(BrowserName.of(null)).isNull();
        assertThat(BrowserName.of("  ")).isNull();
    }
}
