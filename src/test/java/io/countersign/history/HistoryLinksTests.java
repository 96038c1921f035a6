package io.countersign.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryLinksTests {

    private static final HistoryPosition START = new HistoryPosition(null, null);

    @Test
    void encodesTheFiltersAndThePosition() {
        assertThat(query("a&b=c", null, START)).isEqualTo("text=a%26b%3Dc");
        assertThat(query("a", null, new HistoryPosition(9L, null))).isEqualTo("text=a&before=9");
        assertThat(query(null, null, new HistoryPosition(null, 9L))).isEqualTo("after=9");
        assertThat(query(null, null, START)).isNull();
    }

    /** A server refuses an address of more than 8 KB. */
    @Test
    void leavesOutAVeryLongQuery() {
        assertThat(query("я".repeat(200), null, START)).hasSize(1205);
        assertThat(query("я".repeat(200), "я".repeat(200), START)).isNull();
    }

    private static @Nullable String query(@Nullable String text, @Nullable String owner, HistoryPosition position) {
        return HistoryLinks.query(
                new HistoryForm(null, null, null, null, owner, null, null, null, null, null, null, text), position);
    }
}
