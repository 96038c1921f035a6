package io.countersign.sync.coverage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matrix of accounts by Regions.
 *
 * @param regions the columns
 * @param rows one for each account on this page
 * @param accounts how many accounts match the filter
 */
record CoverageView(
        List<String> regions,
        List<Row> rows,
        int accounts,
        int page,
        int pages,
        @Nullable String previousHref,
        @Nullable String nextHref) {

    /** @param cells one for each column, in their order; null where the account is not connected in that Region */
    record Row(String account, String name, String scope, List<@Nullable Cell> cells) {}

    /**
     * One source.
     *
     * @param state {@code READ}, {@code OLD}, {@code FAILING} or {@code NEVER}
     * @param readAt its last complete read
     * @param failure kind of the failure, a part of message keys
     * @param detail AWS's or the network's own words
     */
    record Cell(
            String region,
            String scope,
            String state,
            @Nullable Instant readAt,
            int pending,
            String pendingHref,
            @Nullable String failure,
            @Nullable String detail,
            @Nullable Instant since,
            @Nullable Instant next) {

        public boolean recent() {
            return state.equals("READ");
        }
    }
}
