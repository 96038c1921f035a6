package io.countersign.site;

import org.jspecify.annotations.Nullable;

/**
 * What an error page says.
 *
 * @param reference leads an administrator to the log; null where the failure is not ours
 * @param back a path to go on from; null where none is known
 */
public record Problem(
        int status,
        String title,
        String text,
        @Nullable String reference,
        @Nullable String back) {}
