package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Checks the patterns of all messages. */
class MessagesTests {

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

    private static Properties all() throws IOException {
        Properties all = new Properties();
        for (Resource bundle :
                new PathMatchingResourcePatternResolver().getResources("classpath:messages/*.properties")) {
            all.load(new StringReader(bundle.getContentAsString(StandardCharsets.UTF_8)));
        }
        return all;
    }
}
