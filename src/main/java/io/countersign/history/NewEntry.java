package io.countersign.history;

import org.jspecify.annotations.Nullable;

/** What is to be written down. Its text may be anything: {@link Entries#append} makes it fit. */
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
}
