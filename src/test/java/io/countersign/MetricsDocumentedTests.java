package io.countersign;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Compares the documented metrics with those that the running application exports. */
@SpringBootTest
@TestDatabaseProperties
class MetricsDocumentedTests {

    private static final Pattern OURS = Pattern.compile("countersign_[a-z_]+");
    private static final Path ALERTS = Path.of("src/docs/alerts.yml");
    private static final Path TABLE = Path.of("src/docs/metrics.md");

    @Autowired
    PrometheusMeterRegistry registry;

    @Test
    void usesOnlyExportedMetricsInAlerts() throws IOException {
        Set<String> exported = exported();
        assertThat(rules()).hasSizeGreaterThanOrEqualTo(5).allSatisfy(rule -> {
            assertThat(rule).containsKeys("alert", "expr", "labels", "annotations");
            assertThat(named(String.valueOf(rule.get("expr"))))
                    .as(String.valueOf(rule.get("alert")))
                    .isNotEmpty()
                    .isSubsetOf(exported);
        });
    }

    @Test
    void alertsIfNothingWasPolledForAnHour() throws IOException {
        assertThat(rules())
                .filteredOn(rule -> "CountersignBlindForAnHour".equals(rule.get("alert")))
                .singleElement()
                .satisfies(rule -> assertThat(rule.get("expr"))
                        .isEqualTo("max(countersign_sources_oldest_read_age_seconds) > 3600"));
    }

    @Test
    void documentsExactlyTheExportedMetrics() throws IOException {
        Set<String> families = exported().stream()
                .map(name -> name.replaceAll("_seconds_(count|sum|max|bucket)$", "_seconds"))
                .collect(toCollection(TreeSet::new));
        Set<String> documented = Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| `countersign_"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .collect(toCollection(TreeSet::new));
        assertThat(documented).isEqualTo(families);
    }

    @Test
    void usesNoAccountOrRegionLabels() {
        assertThat(registry.scrape().lines().filter(line -> line.startsWith("countersign_")))
                .isNotEmpty()
                .noneMatch(line -> line.matches(".*(account|region|[0-9]{12}).*=.*"));
    }

    private Set<String> exported() {
        // timers appear after their first measurement
        registry.timer("countersign.aws.calls", "operation", "ListShareInvitations", "outcome", "SUCCESS");
        return registry.scrape()
                .lines()
                .filter(line -> line.startsWith("countersign_"))
                .flatMap(line -> named(line.split("[ {]")[0]).stream())
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> named(String text) {
        return OURS.matcher(text).results().map(found -> found.group()).collect(toCollection(TreeSet::new));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() throws IOException {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(ALERTS));
        List<Map<String, Object>> groups = (List<Map<String, Object>>) file.get("groups");
        return groups.stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                .toList();
    }
}
