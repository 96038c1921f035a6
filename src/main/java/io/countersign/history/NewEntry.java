package io.countersign.history;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to be written down. Its text may be anything: {@link #written} makes it fit. */
record NewEntry(
        String actor,
        EntryAction action,
        EntryOutcome outcome,
        Subject subject,
        @Nullable String reason,
        @Nullable String message,
        @Nullable String requestId) {

    static final String SYSTEM = "system";

    static NewEntry by(String actor, EntryAction action, EntryOutcome outcome) {
        return new NewEntry(actor, action, outcome, Subject.NONE, null, null, null);
    }

    NewEntry about(Subject subject) {
        return new NewEntry(actor, action, outcome, subject, reason, message, requestId);
    }

    NewEntry because(@Nullable String reason) {
        return new NewEntry(actor, action, outcome, subject, reason, message, requestId);
    }

    NewEntry saying(@Nullable String message) {
        return new NewEntry(actor, action, outcome, subject, reason, message, requestId);
    }

    NewEntry requestId(@Nullable String requestId) {
        return new NewEntry(actor, action, outcome, subject, reason, message, requestId);
    }

    /** As it is written: whatever the text was, it fits now. */
    Entry written(long seq, Instant at) {
        return new Entry(
                seq,
                at,
                fit(actor, 64),
                action.name(),
                outcome.name(),
                subject.fitted(),
                SafeText.lines(reason, 1000),
                SafeText.lines(message, 2000),
                SafeText.line(requestId, 200));
    }

    private static String fit(String text, int max) {
        return Objects.requireNonNull(SafeText.line(text, max));
    }
}
