package io.countersign.sso;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sign-in that an identity provider or its answer did not allow. The message is for the audit log and the log. */
final class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient List<String> groups;
    private final @Nullable String person;

    ProviderException(Problem problem, String message) {
        this(problem, message, List.of(), null);
    }

    private ProviderException(Problem problem, String message, List<String> groups, @Nullable String person) {
        // the log gets one line
        super(message, null, false, false);
        this.problem = problem;
        this.groups = groups;
        this.person = person;
    }

    /** A refusal that shows the groups that the provider sent. */
    static ProviderException withGroups(Problem problem, String message, List<String> groups) {
        return new ProviderException(problem, message, groups, null);
    }

    /** A refusal of a user whom Countersign knows. */
    static ProviderException of(String person, Problem problem, String message) {
        return new ProviderException(problem, message, List.of(), person);
    }

    Problem problem() {
        return problem;
    }

    List<String> groups() {
        return groups;
    }

    /** Returns the name of the known user; empty for none. */
    String person() {
        return person == null ? "" : person;
    }
}
