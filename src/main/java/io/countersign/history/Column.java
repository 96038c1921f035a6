package io.countersign.history;

import io.countersign.history.chain.Times;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a download, in order. The names are a contract with those who read the files: add at the end, rename none. */
enum Column {
    SEQ(Entry::seq),
    AT(entry -> Times.utc(entry.at())),
    ACTOR(Entry::actor),
    ACTION(Entry::action),
    OUTCOME(Entry::outcome),
    INVITATION_ID(entry -> entry.subject().invitationId()),
    DECISION_ID(entry -> entry.subject().decisionId()),
    RESOURCE_TYPE(entry -> entry.subject().resourceType()),
    RESOURCE_NAME(entry -> entry.subject().resourceName()),
    RESOURCE_ID(entry -> entry.subject().resourceId()),
    OWNER(entry -> entry.subject().owner()),
    ACCOUNT_ID(entry -> entry.subject().accountId()),
    REGION(entry -> entry.subject().region()),
    PERMISSION(entry -> entry.subject().permission()),
    REASON(Entry::reason),
    MESSAGE(Entry::message),
    REQUEST_ID(Entry::requestId);

    private final Function<Entry, @Nullable Object> value;

    Column(Function<Entry, @Nullable Object> value) {
        this.value = value;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A number, a text, or null. */
    @Nullable
    Object of(Entry entry) {
        return value.apply(entry);
    }
}
