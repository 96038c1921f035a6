package io.countersign.simulator.fault;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule that injects faults into matching calls. A missing criterion matches every call; a missing effect does nothing.
 *
 * @param times how many matching calls it affects; null for all
 * @param latencyAt whether the delay comes {@code before} the operation takes effect (the default) or {@code after}
 * @param throttleRate the fraction of calls, 0 to 1, that get a ThrottlingException
 * @param error answered instead of doing the operation
 * @param reset closes the connection without an answer, {@code before} or {@code after} the operation took effect
 * @param answer sent instead of the operation's own, after the operation took effect
 */
public record FaultRule(
        @Nullable String operation,
        @Nullable String account,
        @Nullable String region,
        @Nullable Integer times,
        @Nullable Integer latencyMillis,
        @Nullable String latencyAt,
        @Nullable Double throttleRate,
        @Nullable Error error,
        @Nullable String reset,
        @Nullable Answer answer) {

    private static final Set<String> MOMENTS = Set.of("before", "after");

    /** An error: its HTTP status, the name of its shape, and its text. */
    public record Error(int status, String code, @Nullable String message) {
        public Error {
            require(status >= 400 && status <= 599, "error.status must be 400 to 599");
            require(code != null && !code.isBlank(), "error.code is required");
        }
    }

    /** A response body, sent unchanged; the default status is 200. */
    public record Answer(@Nullable Integer status, String body) {
        public Answer {
            require(body != null, "answer.body is required; it may be empty");
            require(status == null || status >= 200 && status <= 599, "answer.status must be 200 to 599");
        }
    }

    public FaultRule {
        require(times == null || times > 0, "times must be 1 or more");
        require(
                latencyMillis == null || latencyMillis >= 0 && latencyMillis <= 600_000,
                "latencyMillis must be 0 to 600000");
        require(latencyAt == null || MOMENTS.contains(latencyAt), "latencyAt must be before or after");
        require(throttleRate == null || throttleRate >= 0 && throttleRate <= 1, "throttleRate must be 0 to 1");
        require(reset == null || MOMENTS.contains(reset), "reset must be before or after");
    }

    boolean matches(String calledOperation, String callingAccount, String calledRegion) {
        return fits(operation, calledOperation) && fits(account, callingAccount) && fits(region, calledRegion);
    }

    boolean isLatencyAfter() {
        return "after".equals(latencyAt);
    }

    private static boolean fits(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equalsIgnoreCase(actual);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
