package io.countersign.site.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of an error page.
 *
 * @param reference finds the log entry; null if the error is not internal
 * @param back a link to the page of a refused form; null if unknown
 * @param typed the texts of a refused form
 */
public record ErrorView(
        int status,
        String title,
        String text,
        @Nullable String reference,
        @Nullable Link back,
        List<TypedText> typed) {

    public ErrorView {
        typed = List.copyOf(typed);
    }

    /** @param path a path of this application */
    public record Link(String path, String text) {}
}
