package io.countersign.sso.provider;

import io.countersign.audit.SanitizedText;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** A sign-in that an identity provider or its answer did not allow. The message is for the audit log and the log. */
public final class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_MESSAGE = 300;

    private final Problem problem;
    private final transient List<String> groups;
    private final @Nullable String person;

    public ProviderException(Problem problem, String message) {
        this(problem, message, List.of(), null);
    }

    private ProviderException(Problem problem, String message, List<String> groups, @Nullable String person) {
        // the log gets one line
        super(message, null, false, false);
        this.problem = problem;
        this.groups = groups;
        this.person = person;
    }

    /** A failed call of the provider, or an answer that is not valid. */
    public static ProviderException at(RuntimeException why) {
        return new ProviderException(
                unreachable(why) ? Problem.UNREACHABLE : Problem.INVALID,
                Objects.requireNonNull(SanitizedText.line(String.valueOf(why.getMessage()), LONGEST_MESSAGE)));
    }

    private static boolean unreachable(Throwable why) {
        return Stream.iterate(why, Objects::nonNull, Throwable::getCause).anyMatch(IOException.class::isInstance)
                || NestedExceptionUtils.getRootCause(why) instanceof IOException;
    }

    /** A refusal that shows the groups that the provider sent. */
    public static ProviderException withGroups(Problem problem, String message, List<String> groups) {
        return new ProviderException(problem, message, groups, null);
    }

    /** A refusal of a user whom Countersign knows. */
    public static ProviderException of(String person, Problem problem, String message) {
        return new ProviderException(problem, message, List.of(), person);
    }

    public Problem problem() {
        return problem;
    }

    public List<String> groups() {
        return groups;
    }

    /** Returns the name of the known user; empty for none. */
    public String person() {
        return person == null ? "" : person;
    }
}
