package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Checks the patterns of all messages, and that the code names no other key. */
class MessagesTests {

    private static final Pattern KEY = Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)+)(?<!\\.json)\"");

    @Test
    void containsNoUnescapedApostrophe() throws IOException {
        assertThat(all()).hasSizeGreaterThan(200).allSatisfy((key, text) -> assertThat(text.toString())
                .as("%s: write ’, because ' quotes what follows", key)
                .doesNotContain("'"));
    }

    /** Messages of constraints contain named parameters ({@code {max}}), which the validator replaces. */
    @Test
    void formatsEveryPattern() throws IOException {
        assertThat(all()).allSatisfy((key, text) -> assertThat(
                        new MessageFormat(text.toString().replaceAll("\\{(min|max|length)}", "5"), Locale.ENGLISH)
                                .format(new Object[] {7, 8, 9, 10}))
                .as("%s", key)
                .isNotBlank()
                .doesNotContain("{"));
    }

    @Test
    void usesTheSpellingAndTheTermsOfTheGlossary() throws IOException {
        assertThat(all()).allSatisfy((key, text) -> assertThat(text.toString())
                .as("%s", key)
                .doesNotContainPattern("(?i)cancell(ed|ing)|colour|behaviour|organis|recognis|authoris|\\bgrey\\b")
                .doesNotContainPattern("(?i)two-person|two people|second person"));
    }

    @Test
    void definesEveryKeyInTheCode() throws IOException {
        Set<String> keys = all().stringPropertyNames();
        Set<String> prefixes = keys.stream().map(MessagesTests::prefix).collect(Collectors.toSet());
        assertThat(literals())
                .filteredOn(literal -> prefixes.contains(prefix(literal)) && !literal.endsWith(".json"))
                .hasSizeGreaterThan(100)
                .isSubsetOf(keys);
    }

    /** Thymeleaf replaces a tag before it evaluates a condition on the same tag, so the condition has no effect. */
    @Test
    void noTemplateHasAConditionOnAReplacedTag() throws IOException {
        Pattern tag = Pattern.compile("<[a-z:]+(?:\\s+[a-z:-]+(?:=\"[^\"]*\")?)*\\s*>");
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(tag.matcher(Files.readString(file)).results().map(MatchResult::group))
                        .as(file.toString())
                        .noneMatch(found -> found.contains("th:replace=")
                                && (found.contains("th:if=") || found.contains("th:unless=")));
            }
        }
    }

    private static String prefix(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    /** Returns the literals of the production code that have the form of a key. */
    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(found -> literals.add(found.group(1)));
            }
        }
        return literals;
    }

    private static Properties all() throws IOException {
        Properties all = new Properties();
        for (Resource bundle :
                new PathMatchingResourcePatternResolver().getResources("classpath:messages/*.properties")) {
            all.load(new StringReader(bundle.getContentAsString(StandardCharsets.UTF_8)));
        }
        return all;
    }
}
