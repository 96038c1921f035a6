package io.countersign.site.error;

import org.jspecify.annotations.Nullable;

/**
 * What an error page says.
 *
 * @param reference leads an administrator to the log; null where the failure is not ours
 * @param back a path to go on from; null where none is known
 * @param typed the reason that came with a form which was not taken, to be copied; null where there is none
 */
public record ErrorView(
        int status,
        String title,
        String text,
        @Nullable String reference,
        @Nullable String back,
        @Nullable String typed) {}
