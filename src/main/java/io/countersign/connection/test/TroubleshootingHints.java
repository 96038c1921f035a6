package io.countersign.connection.test;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.AwsFailure.Kind;
import java.util.Map;
import java.util.Set;

/** Selects the hint for a failure, which depends on the failed step. */
final class TroubleshootingHints {

    /** Failures with their own texts for tests, because the general texts mention decisions and automatic retries. */
    private static final Set<Kind> OF_TESTS = Set.of(
            Kind.TIMEOUT,
            Kind.CONNECTION_LOST,
            Kind.AWS_DOWN,
            Kind.BAD_ANSWER,
            Kind.THROTTLED,
            Kind.INVALID,
            Kind.NOT_FOUND,
            Kind.CONFLICT,
            Kind.OTHER);

    private static final Map<TestStep.Kind, Set<Kind>> OF_STEPS = Map.of(
            TestStep.Kind.CREDENTIALS, Set.of(Kind.CREDENTIALS_REFUSED),
            TestStep.Kind.READER, Set.of(Kind.ROLE_REFUSED),
            TestStep.Kind.LIST, Set.of(Kind.ACCESS_DENIED, Kind.UNREACHABLE),
            TestStep.Kind.READ_BACK, Set.of(Kind.ACCESS_DENIED),
            TestStep.Kind.DECIDER, Set.of(Kind.ROLE_REFUSED, Kind.SOURCE_IDENTITY_REFUSED),
            TestStep.Kind.DECIDE, Set.of(Kind.ACCESS_DENIED, Kind.UNREACHABLE));

    private TroubleshootingHints() {}

    /** Returns the message key. */
    static String key(TestStep.Kind step, Kind failure) {
        if (OF_STEPS.getOrDefault(step, Set.of()).contains(failure)) {
            return "connection.test.fix." + step + "." + failure;
        }
        return OF_TESTS.contains(failure) ? "connection.test.fix." + failure : "failure." + failure;
    }

    static TestStepResult.Failed failed(TestStep.Kind step, AwsFailure awsFailure) {
        String code = awsFailure.code() == null ? "" : awsFailure.code() + ": ";
        return new TestStepResult.Failed(key(step, awsFailure.kind()), code + awsFailure.message());
    }
}
