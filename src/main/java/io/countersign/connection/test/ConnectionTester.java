package io.countersign.connection.test;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.AwsFailure.Kind;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import io.countersign.connection.api.DecisionSessionName;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.aws.CallDeadline;
import io.countersign.connection.credential.AssumedRoleCredentials;
import io.countersign.connection.credential.BaseCredentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** One test of one connection, stored or not, from the credentials of the process to the permission to decide. */
final class ConnectionTester {

    /** The time limit of a test. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int AT_ONCE = 8;

    private final AssumedRoleCredentials roles;
    private final BaseCredentials own;
    private final Connection connection;
    private final DecisionSessionName decisionSessionName;
    private final CallDeadline callDeadline = CallDeadline.in(PATIENCE);
    private final TestRequests requests;
    private final TestSteps steps = new TestSteps();

    /**
     * @param roles without cached sessions, which would hide that a role can no longer be assumed
     */
    ConnectionTester(
            AwsClients clients,
            AssumedRoleCredentials roles,
            BaseCredentials own,
            Connection connection,
            String person) {
        this.roles = roles;
        this.own = own;
        this.connection = connection;
        this.decisionSessionName = new DecisionSessionName(person, 0);
        this.requests = new TestRequests(clients, own, connection, callDeadline);
    }

    TestReport run() throws InterruptedException {
        boolean credentials = steps.add(TestStep.Kind.CREDENTIALS, null, requests::identify);
        read(credentials);
        decide(credentials);
        return steps.report();
    }

    private void read(boolean credentials) throws InterruptedException {
        AwsCredentialsProvider reader = roles.reading(connection);
        boolean ready = credentials && assume(TestStep.Kind.READER, connection.roleArn(), reader::resolveCredentials);
        if (ready) {
            list(reader);
            steps.listed()
                    .ifPresentOrElse(
                            region ->
                                    steps.add(TestStep.Kind.READ_BACK, region, () -> requests.readBack(region, reader)),
                            () -> steps.skip(TestStep.Kind.READ_BACK));
        } else {
            steps.skip(credentials, TestStep.Kind.READER);
            steps.skip(TestStep.Kind.LIST);
            steps.skip(TestStep.Kind.READ_BACK);
        }
    }

    private void decide(boolean credentials) {
        List<AwsCredentials> session = new ArrayList<>();
        boolean ready = credentials
                && assume(TestStep.Kind.DECIDER, connection.decidingRoleArn(), () -> {
                    session.add(roles.deciding(connection, decisionSessionName, callDeadline)
                            .credentials());
                    return session.get(0);
                });
        if (!ready) {
            steps.skip(credentials, TestStep.Kind.DECIDER);
            steps.skip(TestStep.Kind.DECIDE);
            return;
        }
        AwsCredentials decider = session.isEmpty() ? own.of(connection).resolveCredentials() : session.get(0);
        Region region = steps.listed().orElse(connection.regions().get(0));
        steps.add(TestStep.Kind.DECIDE, region, () -> requests.decide(region, decider));
    }

    private boolean assume(TestStep.Kind kind, @Nullable String role, Supplier<AwsCredentials> session) {
        if (role == null) {
            steps.add(TestStep.of(kind, null, new TestStepResult.Skipped("connection.test.no-role")));
            return true;
        }
        return steps.add(kind, null, () -> {
            session.get();
            return new TestStepResult.Passed(role);
        });
    }

    private void list(AwsCredentialsProvider reader) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(
                Math.min(AT_ONCE, connection.regions().size()));
        try {
            List<Callable<TestStep>> reads = new ArrayList<>();
            connection
                    .regions()
                    .forEach(region -> reads.add(
                            () -> TestSteps.attempt(TestStep.Kind.LIST, region, () -> requests.list(region, reader))));
            List<Future<TestStep>> answers =
                    workers.invokeAll(reads, callDeadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
            for (int i = 0; i < answers.size(); i++) {
                steps.add(listed(connection.regions().get(i), answers.get(i)));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static TestStep listed(Region region, Future<TestStep> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (CancellationException | ExecutionException late) {
            return TestStep.of(
                    TestStep.Kind.LIST,
                    region,
                    TroubleshootingHints.failed(
                            TestStep.Kind.LIST, new AwsFailure(Kind.TIMEOUT, "no response in time", null, null)));
        }
    }
}
