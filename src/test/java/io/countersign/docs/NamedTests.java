package io.countersign.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests that a row of a table names in its last cell. */
final class NamedTests {

    private static final Path JAVA = Path.of("src/test/java/io/countersign");
    private static final Path BROWSER = Path.of("frontend/e2e");

    /** {@code Class}, {@code package.Class}, {@code Class.method} or {@code file.spec.mjs}. */
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private NamedTests() {}

    /** Returns all code in the last cell. */
    static Stream<String> names(String row) {
        String[] cells = row.split("\\|");
        return NAME.matcher(cells[cells.length - 1]).results().map(name -> name.group(1));
    }

    static boolean exists(String name) {
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
