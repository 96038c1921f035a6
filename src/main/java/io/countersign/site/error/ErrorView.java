package io.countersign.site.error;

import org.jspecify.annotations.Nullable;

/**
 * The content of an error page.
 *
 * @param reference finds the log entry; null if the error is not internal
 * @param back a link to the page of a refused form; null if unknown
 * @param typed the reason or the long text from a refused form, so that the user can copy it; null if there is none
 */
public record ErrorView(
        int status,
        String title,
        String text,
        @Nullable String reference,
        @Nullable Link back,
        @Nullable String typed) {

    /** @param path a path of this application */
    public record Link(String path, String text) {}
}
