package io.countersign.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole page of history in the real layout, with every word it may have to say. */
@PageTest
class HistoryWordsTests {

    @Autowired
    Pages pages;

    @Autowired
    Entries entries;

    @Test
    void everyActionAndOutcomeHasItsWord() throws Exception {
        for (EntryAction action : EntryAction.values()) {
            for (EntryOutcome outcome : EntryOutcome.values()) {
                entries.append(NewEntry.by("wordy", action, outcome));
            }
        }
        Page page = pages.open("/history?person=wordy", "auditor");
        assertThat(page.status()).isEqualTo(200);
        for (EntryAction action : EntryAction.values()) {
            assertThat(page.body()).doesNotContain(">" + action + "<");
        }
        for (EntryOutcome outcome : EntryOutcome.values()) {
            assertThat(page.body()).doesNotContain(">" + outcome + "<");
        }
    }

    @Test
    void aWrongFilterIsNamedInTheTitleAndAtItsField() throws Exception {
        Page page = pages.open("/history?account=12", "auditor");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("<title>Error: Audit log", "href=\"#account\"", "Enter a 12-digit account ID.")
                .contains("value=\"12\"");
    }
}
