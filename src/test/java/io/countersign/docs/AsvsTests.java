package io.countersign.docs;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that asvs.md is complete, and that the tests that it names exist. */
class AsvsTests {

    private static final Path DOCS = Path.of("src/docs");
    private static final List<String> STATUSES = List.of("met", "partly", "open", "n.a.");

    private final List<String> lines = lines("asvs.md");
    private final List<Requirement> requirements = lines.stream()
            .filter(line -> line.matches("\\| \\d+\\.\\d+\\.\\d+ .*"))
            .map(Requirement::of)
            .toList();

    private record Requirement(String number, String level, String status, String row) {

        static Requirement of(String row) {
            String[] cells = row.split(" *\\| *");
            assertThat(cells).as(row).hasSize(6);
            return new Requirement(cells[1], cells[3], cells[4], row);
        }

        Stream<String> tests() {
            return NamedTests.names(row).filter(name -> name.matches("(?s).*Tests(\\..*)?|.*\\.mjs"));
        }
    }

    /** Version 5.0.0 has 70 requirements of level 1 and 183 of level 2. Five of level 3 are about decisions. */
    @Test
    void listsEachRequirementOnceWithItsStatus() {
        assertThat(requirements).extracting(Requirement::number).doesNotHaveDuplicates();
        assertThat(requirements).allSatisfy(each -> assertThat(each.status()).isIn(STATUSES));
        assertThat(requirements).filteredOn(each -> each.level().equals("1")).hasSize(70);
        assertThat(requirements).filteredOn(each -> each.level().equals("2")).hasSize(183);
        assertThat(requirements)
                .filteredOn(each -> each.level().equals("3"))
                .extracting(Requirement::number)
                .containsExactly("2.3.5", "7.5.3", "8.3.2", "8.3.3", "15.4.2");
        assertThat(requirements).extracting(Requirement::status).doesNotContain("open");
    }

    @Test
    void hasTheSumsOfItsRows() {
        assertThat(lines).contains(sums("1", "1"), sums("2", "2"), sums("both", "[12]"));
    }

    private String sums(String title, String level) {
        List<Long> counts = STATUSES.stream()
                .map(status -> requirements.stream()
                        .filter(each ->
                                each.level().matches(level) && each.status().equals(status))
                        .count())
                .toList();
        long sum = counts.stream().mapToLong(Long::longValue).sum();
        return "| " + title + " | "
                + String.join(" | ", counts.stream().map(String::valueOf).toList()) + " | " + sum + " |";
    }

    @Test
    void namesExistingTests() {
        assertThat(requirements.stream().flatMap(Requirement::tests).filter(not(NamedTests::exists)))
                .isEmpty();
    }

    private static List<String> lines(String page) {
        try {
            return Files.readAllLines(DOCS.resolve(page));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
