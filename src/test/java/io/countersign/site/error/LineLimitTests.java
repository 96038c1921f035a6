package io.countersign.site.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests the limit of lines on a form with a list. */
@PageTest
class LineLimitTests {

    @Autowired
    Pages pages;

    @Test
    void refusesMoreLinesThanTheLimit() throws Exception {
        Pages.Page page = pages.submit("/teams", "admin", Map.of("name", "Many", "accounts", "x\n".repeat(5_000)));
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.body()).contains("At most 5,000 are possible; no changes were made.");
    }

    @Test
    void readsAsManyLinesAsTheLimit() throws Exception {
        Pages.Page page = pages.submit("/teams", "admin", Map.of("name", "Many", "accounts", "x\n".repeat(4_999)));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).containsIgnoringCase("line 1");
    }
}
