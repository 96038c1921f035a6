package io.countersign.site.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests the limit of lines on a form with a list. */
@PageTest
class LineLimitTests {

    @Autowired
    Pages pages;

    @ParameterizedTest
    @CsvSource({"/teams, admin, accounts, Accounts", "/batches, reviewer, ids, Invitation IDs"})
    void refusesMoreLinesThanTheLimitAndKeepsTheText(String path, String person, String field, String label)
            throws Exception {
        Pages.Page page =
                pages.submit(path, person, Map.of("name", "Many", field, "first <line>\n" + "x\n".repeat(4_999)));
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.body())
                .contains("“" + label + "” has too many lines. At most 5,000 are possible; no changes were made.")
                .containsPattern("<textarea[^>]*>first &lt;line&gt;\nx\nx\n");
    }

    @Test
    void readsAsManyLinesAsTheLimit() throws Exception {
        Pages.Page page = pages.submit("/teams", "admin", Map.of("name", "Many", "accounts", "x\n".repeat(4_999)));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).containsIgnoringCase("line 1");
    }
}
