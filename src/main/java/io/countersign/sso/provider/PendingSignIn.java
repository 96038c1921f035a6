package io.countersign.sso.provider;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sign-in that a browser began at a provider and did not finish yet.
 *
 * @param verifier proves to the provider that the browser that began the sign-in also finishes it (PKCE)
 * @param again whether a signed-in user confirms the sign-in
 */
public record PendingSignIn(
        String registration, String state, String nonce, String verifier, boolean again, Instant at) {

    private static final String SEPARATOR = "!";
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9._=~-]{1,200}");

    /** Returns text that a cookie can contain. */
    public String text() {
        return String.join(
                SEPARATOR, registration, state, nonce, verifier, again ? "again" : "first", "" + at.getEpochSecond());
    }

    /** Returns nothing for text that is not one of ours. */
    public static Optional<PendingSignIn> parse(String text) {
        String[] fields = text.split(SEPARATOR);
        if (fields.length != 6) {
            return Optional.empty();
        }
        for (String field : fields) {
            if (!FIELD.matcher(field).matches()) {
                return Optional.empty();
            }
        }
        return seconds(fields[5])
                .map(at ->
                        new PendingSignIn(fields[0], fields[1], fields[2], fields[3], fields[4].equals("again"), at));
    }

    private static Optional<Instant> seconds(String text) {
        return text.matches("[0-9]{1,11}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
                : Optional.empty();
    }
}
