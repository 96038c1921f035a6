package io.countersign.decision.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event, which pages show as a sentence.
 *
 * @param key the message key is {@code activity.<key>}
 * @param person the user who acted, or {@code system}; the first argument of the message
 * @param inPlaceOf the user on whose behalf the user acted; null for none
 * @param other another user, or several; the second argument of the message
 * @param said the words of the user; null for none
 * @param detail what Countersign or AWS reported; null for none
 * @param decision the number of the decision that the event is about; null for none
 */
public record ActivityEntry(
        String key,
        String person,
        @Nullable String inPlaceOf,
        @Nullable String other,
        @Nullable String said,
        @Nullable String detail,
        @Nullable Long decision,
        Instant at) {}
