package io.countersign.docs;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that every guarantee names at least one test and that every named test exists. */
class GuaranteesTests {

    @ParameterizedTest
    @ValueSource(strings = {"guarantees.md", "audit-log.md"})
    void namesAnExistingTestForEveryGuarantee(String page) throws IOException {
        List<String> rows = rows(Files.readAllLines(Path.of("src/docs", page)));
        assertThat(rows)
                .hasSizeGreaterThan(20)
                .allMatch(row -> NamedTests.names(row).findAny().isPresent());
        assertThat(rows.stream().flatMap(NamedTests::names).filter(not(NamedTests::exists)))
                .as("tests that %s names and that do not exist", page)
                .isEmpty();
    }

    /** The rows of the table of guarantees, without its header and the headings in bold. */
    private static List<String> rows(List<String> lines) {
        return lines.stream()
                .dropWhile(not("| guarantee | test |"::equals))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .filter(line -> !line.startsWith("| **"))
                .toList();
    }
}
