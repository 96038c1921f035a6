package io.countersign.kill;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One decision and the moment of the kill.
 *
 * @param seen the number of the decision if the user was redirected to its page before the kill
 */
record Kill(
        Boundary boundary,
        String invitation,
        String action,
        @Nullable Long seen) {

    /** Returns a short text with the values that identify the kill. */
    @Override
    public String toString() {
        return boundary + " " + action + " " + invitation;
    }

    /** Returns the status that the owner sees if the decision took effect. */
    String effect() {
        return action.equals("ACCEPT") ? "ACCEPTED" : "REJECTED";
    }

    /** Returns the response, if it arrived before the kill. */
    static Optional<HttpResponse<String>> answer(CompletableFuture<HttpResponse<String>> response) {
        try {
            return Optional.of(response.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
