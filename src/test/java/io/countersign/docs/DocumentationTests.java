package io.countersign.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that the links, files and names of types in the documents exist. */
class DocumentationTests {

    private static final Pattern CODE_BLOCK = Pattern.compile("(?s)```.*?```");
    private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern SOURCE_FILE = Pattern.compile("(?:src|frontend)/[\\w./-]+");

    /** Words with two capitals, such as a type of Java or an operation of AWS; not in {@code s3:GetObject}. */
    private static final Pattern NAME = Pattern.compile("(?<![:…\\w])[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+\\b");

    private static final Set<String> WORDS = Stream.of("src/main", "src/test", "src/docs/alerts.yml")
            .flatMap(root ->
                    files(Path.of(root), file -> file.toString().matches(".*\\.(java|ya?ml|tf|html|properties)")))
            .filter(file -> !file.endsWith("DocumentationTests.java"))
            .flatMap(file -> Pattern.compile("\\W+").splitAsStream(read(file)))
            .collect(Collectors.toUnmodifiableSet());

    static List<Path> documents() {
        return Stream.concat(
                        Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")),
                        files(Path.of("src/docs"), file -> file.toString().endsWith(".md")))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksToExistingFilesAndHeadings(Path document) {
        assertThat(matches(LINK, prose(document)).filter(link -> !leads(document, link)))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesExistingFilesAndTypes(Path document) {
        List<String> code =
                matches(CODE, prose(document)).map(each -> each.group(1)).toList();

        assertThat(code).filteredOn(SOURCE_FILE.asMatchPredicate()).allMatch(file -> Files.exists(Path.of(file)));
        assertThat(code.stream().flatMap(each -> matches(NAME, each)).map(MatchResult::group))
                .isSubsetOf(WORDS);
    }

    @Test
    void getsTheLabelsOfTheFirstStepsFromThePages() {
        Set<String> labels = files(Path.of("src/main/resources/messages"), Files::isRegularFile)
                .flatMap(file -> read(file).lines())
                .map(line -> line.substring(line.indexOf('=') + 1))
                .collect(Collectors.toSet());

        assertThat(matches(BOLD, read(Path.of("src/docs/getting-started.md"))).map(bold -> bold.group(1)))
                .hasSizeGreaterThan(5)
                .isSubsetOf(labels);
    }

    @Test
    void findsWhatItChecks() {
        List<String> all = documents().stream().map(DocumentationTests::prose).toList();
        assertThat(all).hasSizeGreaterThan(50);
        assertThat(all.stream().flatMap(text -> matches(LINK, text))).hasSizeGreaterThan(200);
        assertThat(all.stream().flatMap(text -> matches(CODE, text)).flatMap(each -> matches(NAME, each.group(1))))
                .hasSizeGreaterThan(200);
    }

    private static boolean leads(Path document, MatchResult link) {
        Path target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
        return Files.exists(target)
                && (link.group(2) == null || headings(target).contains(link.group(2)));
    }

    /** Returns the headings as GitHub links to them. */
    private static Set<String> headings(Path document) {
        return read(document)
                .lines()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String prose(Path document) {
        return CODE_BLOCK.matcher(read(document)).replaceAll("");
    }

    private static Stream<Path> files(Path root, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(wanted).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
