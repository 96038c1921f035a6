package io.countersign.sync.coverage;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.Source;
import io.countersign.sync.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The poll states of the connected sources at one moment. Each source has exactly one state.
 *
 * @param unreadSince the time since which the least recently read source is unread; null for none
 */
record CoverageGaps(
        Map<SourceState, Long> states,
        Map<AwsFailure.Kind, Long> failing,
        @Nullable Instant unreadSince) {

    static CoverageGaps of(Collection<Source> connected, List<SourceReadTimes.Row> rows, Duration recent, Instant now) {
        Map<Source, SourceReadTimes.Row> known =
                rows.stream().collect(Collectors.toMap(SourceReadTimes.Row::source, Function.identity()));
        Map<SourceState, Long> states = new EnumMap<>(SourceState.class);
        Map<AwsFailure.Kind, Long> failing = new EnumMap<>(AwsFailure.Kind.class);
        for (Source source : connected) {
            SourceReadTimes.Row row = known.getOrDefault(source, new SourceReadTimes.Row(source, null, null, null));
            states.merge(SourceState.of(row.failure() != null, row.readAt(), recent, now), 1L, Long::sum);
            if (row.failure() != null) {
                failing.merge(row.failure(), 1L, Long::sum);
            }
        }
        Instant unreadSince = connected.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(SourceReadTimes.Row::unreadSince)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new CoverageGaps(states, failing, unreadSince);
    }

    long in(SourceState state) {
        return states.getOrDefault(state, 0L);
    }

    long failing(AwsFailure.Kind kind) {
        return failing.getOrDefault(kind, 0L);
    }

    /** The age of the least recent poll in seconds; never below 0. */
    double oldestSeconds(Instant now) {
        return unreadSince == null
                ? 0
                : Math.max(0, Duration.between(unreadSince, now).toMillis() / 1000.0);
    }
}
