package io.countersign.kill;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One entry of the downloaded history. */
record HistoryEntry(
        long seq,
        String actor,
        String action,
        String outcome,
        @Nullable String invitation,
        @Nullable Long decision) implements Comparable<HistoryEntry> {

    static HistoryEntry of(JsonNode line) {
        return new HistoryEntry(
                line.get("seq").asLong(),
                line.get("actor").asString(),
                line.get("action").asString(),
                line.get("outcome").asString(),
                line.get("invitation_id").isNull()
                        ? null
                        : line.get("invitation_id").asString(),
                line.get("decision_id").isNull()
                        ? null
                        : line.get("decision_id").asLong());
    }

    boolean isAbout(long number) {
        return decision != null && decision == number;
    }

    @Override
    public int compareTo(HistoryEntry other) {
        return Long.compare(seq, other.seq);
    }
}
