package io.countersign.simulator.http.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutePatternTests {

    private final RoutePattern route = new RoutePattern("GET", "/lenses/{LensAlias}/shares");

    @Test
    void readsAnArnWithAnEncodedSlashAsOneLabel() {
        assertThat(match("GET", "/lenses/arn%3Aaws%3Alens%2Fa+b/shares"))
                .hasValue(Map.of("LensAlias", "arn:aws:lens/a+b"));
    }

    @Test
    void refusesOtherMethodsEmptyLabelsAndMoreSegments() {
        assertThat(match("POST", "/lenses/a/shares")).isEmpty();
        assertThat(match("GET", "/lenses//shares")).isEmpty();
        assertThat(match("GET", "/lenses/a/b/shares")).isEmpty();
    }

    private Optional<Map<String, String>> match(String method, String path) {
        return route.match(method, path.split("/", -1));
    }
}
