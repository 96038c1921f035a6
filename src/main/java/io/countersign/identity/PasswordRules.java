package io.countersign.identity;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses passwords that are too short, too long or easy to guess. Any characters are possible: composition rules make
 * passwords predictable.
 */
public final class PasswordRules {

    private static final int SHORTEST = 12;

    private static final int LONGEST = 128;

    /** The time of an estimate grows faster than the length. */
    private static final int ESTIMATED = 40;

    /** The best score: more than 10^10 guesses, counting leaked passwords, names, keyboard patterns, repeats and dates. */
    private static final int NEEDED_SCORE = 4;

    /** Words that an attacker of this application tries first; security.md lists them. */
    static final List<String> CONTEXT_WORDS = List.of(
            "countersign",
            "invitation",
            "wellarchitected",
            "well-architected",
            "amazon",
            "aws",
            "reviewer",
            "lead",
            "auditor",
            "admin",
            "service");

    private PasswordRules() {}

    /**
     * Returns why the password is refused; empty if it is acceptable.
     *
     * @param personal words that an attacker knows of the user, such as the name
     */
    public static Optional<String> problem(@Nullable String password, String... personal) {
        if (password == null || length(password) < SHORTEST) {
            return Optional.of("The password must have at least " + SHORTEST + " characters.");
        }
        if (length(password) > LONGEST) {
            return Optional.of("The password must have at most " + LONGEST + " characters.");
        }
        Strength strength = new Zxcvbn()
                .measure(
                        password.substring(0, password.offsetByCodePoints(0, Math.min(length(password), ESTIMATED))),
                        Stream.concat(CONTEXT_WORDS.stream(), Stream.of(personal))
                                .toList());
        return strength.getScore() < NEEDED_SCORE ? Optional.of(easy(strength)) : Optional.empty();
    }

    private static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    private static String easy(Strength strength) {
        String why = strength.getFeedback().getWarning();
        return "The password is too easy to guess. " + (why.isEmpty() ? "" : why + " ")
                + "Use several unrelated words, or let a password manager create one.";
    }
}
