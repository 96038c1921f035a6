package io.countersign.sync.coverage;

import io.countersign.connection.AwsFailure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matrix of accounts by Regions.
 *
 * @param regions the columns
 * @param rows one row per account on this page
 * @param accounts the number of accounts that match the filter
 */
record CoverageView(
        List<String> regions,
        List<Row> rows,
        int accounts,
        int page,
        int pages,
        @Nullable String previousHref,
        @Nullable String nextHref) {

    /**
     * @param scope what to refresh; null if no team of the user covers the account
     * @param cells one cell per column, in the same order; null if the account is not connected in that Region
     */
    record Row(String account, String name, @Nullable String scope, List<@Nullable Cell> cells) {}

    /**
     * One source.
     *
     * @param scope what to refresh; null if no team of the user covers the source
     * @param state the name of a {@link io.countersign.sync.source.SourceState}
     * @param readAt the last complete poll
     * @param failure message key part of the kind of failure
     * @param detail the error message of AWS or of the network
     */
    record Cell(
            String region,
            @Nullable String scope,
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

        /** Returns whether a role was refused, so that its template shows what to compare. */
        public boolean roleRefused() {
            return failure != null && AwsFailure.Kind.valueOf(failure).roleRefused();
        }
    }
}
