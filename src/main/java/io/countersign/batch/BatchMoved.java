package io.countersign.batch;

import org.jspecify.annotations.Nullable;

/**
 * A batch was started, stopped, or came to its end. Published inside the transaction that does it.
 *
 * @param person who did it
 * @param reason present where it was started
 * @param text what happened, in words
 */
public record BatchMoved(String person, @Nullable String reason, String text) {}
