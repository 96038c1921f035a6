package io.countersign;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that every guarantee names at least one test and that every named test exists. */
class GuaranteesTests {

    private static final Path JAVA = Path.of("src/test/java/io/countersign");
    private static final Path BROWSER = Path.of("frontend/e2e");
    /**
     * In the last cell of a row: {@code Class}, {@code package.Class}, {@code Class.method} or {@code file.spec.mjs}.
     */
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @ParameterizedTest
    @ValueSource(strings = {"guarantees.md", "audit-log.md"})
    void namesAnExistingTestForEveryGuarantee(String page) throws IOException {
        List<String> rows = rows(Files.readAllLines(Path.of("src/docs", page)));
        assertThat(rows)
                .hasSizeGreaterThan(20)
                .allMatch(row -> names(row).findAny().isPresent());
        assertThat(rows.stream().flatMap(GuaranteesTests::names).filter(not(GuaranteesTests::exists)))
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

    private static Stream<String> names(String row) {
        String[] cells = row.split("\\|");
        return NAME.matcher(cells[cells.length - 1]).results().map(name -> name.group(1));
    }

    private static boolean exists(String name) {
        if (name.endsWith(".spec.mjs")) {
            return Files.exists(BROWSER.resolve(name));
        }
        boolean method = name.matches("(.*\\.)?[A-Z]\\w*\\.[a-z]\\w*");
        String type = method ? name.substring(0, name.lastIndexOf('.')) : name;
        return sources(type.replace('.', '/') + ".java")
                .anyMatch(source -> !method || declares(source, name.substring(name.lastIndexOf('.') + 1)));
    }

    private static Stream<Path> sources(String file) {
        try (Stream<Path> files = Files.walk(JAVA)) {
            return files.filter(path -> path.endsWith(file)).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean declares(Path source, String method) {
        try {
            return Files.readString(source).matches("(?s).*\\s" + method + "\\(.*");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
