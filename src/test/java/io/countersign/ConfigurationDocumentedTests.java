package io.countersign;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares configuration.md with the properties and defaults of the configuration metadata. */
class ConfigurationDocumentedTests {

    private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");
    private static final Path PAGE = Path.of("src/docs/configuration.md");

    @Test
    void documentsEveryPropertyWithItsDefault() throws IOException {
        assertThat(documented()).containsExactlyInAnyOrderElementsOf(declared());
    }

    private static TreeSet<String> declared() {
        JsonNode properties = JsonMapper.shared().readTree(METADATA.toFile()).get("properties");
        return properties
                .valueStream()
                .map(property -> row(
                        property.get("name").asString(),
                        property.path("defaultValue").asString("")))
                .collect(toCollection(TreeSet::new));
    }

    private static TreeSet<String> documented() throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.filter(line -> line.startsWith("| `countersign."))
                    .map(line -> line.split("\\|"))
                    .map(cells -> row(cells[1].strip(), cells[2].strip()).replace("`", ""))
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static String row(String name, String value) {
        return name + " = " + value;
    }
}
