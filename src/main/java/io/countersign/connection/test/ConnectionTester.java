package io.countersign.connection.test;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.AwsFailure.Kind;
import io.countersign.connection.Connection;
import io.countersign.connection.DecisionSessionName;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.aws.CallDeadline;
import io.countersign.connection.aws.SdkErrorMapper;
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
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationAction;

/** One test of one connection, stored or not, from the credentials of the process to the permission to decide. */
final class ConnectionTester {

    /** The time limit of a test. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * A well-formed ID of no invitation. The test rejects it, so that no access could be granted even if it existed.
     */
    private static final String NO_INVITATION = "0".repeat(32);

    private static final int AT_ONCE = 8;

    private final AwsClients clients;
    private final AssumedRoleCredentials roles;
    private final BaseCredentials own;
    private final Connection connection;
    private final DecisionSessionName decisionSessionName;
    private final CallDeadline callDeadline = CallDeadline.in(PATIENCE);
    private final List<TestStep> steps = new ArrayList<>();

    /**
     * @param roles without cached sessions, which would hide that a role can no longer be assumed
     */
    ConnectionTester(
            AwsClients clients,
            AssumedRoleCredentials roles,
            BaseCredentials own,
            Connection connection,
            String person) {
        this.clients = clients;
        this.roles = roles;
        this.own = own;
        this.connection = connection;
        this.decisionSessionName = new DecisionSessionName(person, 0);
    }

    TestReport run() throws InterruptedException {
        boolean credentials = add(TestStep.Kind.CREDENTIALS, null, this::credentials);
        read(credentials);
        decide(credentials);
        return new TestReport(steps);
    }

    private void read(boolean credentials) throws InterruptedException {
        AwsCredentialsProvider reader = roles.reading(connection);
        boolean ready = credentials && assume(TestStep.Kind.READER, connection.roleArn(), reader::resolveCredentials);
        if (ready) {
            list(reader);
        } else {
            skip(credentials, TestStep.Kind.READER);
            skip(TestStep.Kind.LIST);
        }
    }

    private void decide(boolean credentials) {
        List<AwsCredentials> session = new ArrayList<>();
        boolean ready = credentials
                && assume(TestStep.Kind.DECIDER, connection.decidingRoleArn(), () -> {
                    session.add(roles.deciding(connection, decisionSessionName, callDeadline));
                    return session.get(0);
                });
        if (!ready) {
            skip(credentials, TestStep.Kind.DECIDER);
            skip(TestStep.Kind.DECIDE);
            return;
        }
        AwsCredentials decider = session.isEmpty() ? own.of(connection).resolveCredentials() : session.get(0);
        Region region = readable();
        add(TestStep.Kind.DECIDE, region, () -> mayDecide(region, decider));
    }

    private TestStepResult credentials() {
        GetCallerIdentityResponse caller = clients.decidingSts(
                        connection.regions().get(0))
                .getCallerIdentity(request -> request.overrideConfiguration(
                        call -> call.credentialsProvider(own.of(connection)).apiCallTimeout(callDeadline.remaining())));
        boolean direct = connection.roleArn() == null || connection.decidingRoleArn() == null;
        if (direct && !connection.account().value().equals(caller.account())) {
            return new TestStepResult.Failed("connection.test.fix.WRONG_ACCOUNT", caller.arn());
        }
        return new TestStepResult.Passed(caller.arn());
    }

    private boolean assume(TestStep.Kind kind, @Nullable String role, Supplier<AwsCredentials> session) {
        if (role == null) {
            steps.add(TestStep.of(kind, null, new TestStepResult.Skipped("connection.test.no-role")));
            return true;
        }
        return add(kind, null, () -> {
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
                    .forEach(region -> reads.add(() -> attempt(TestStep.Kind.LIST, region, () -> {
                        list(region, reader);
                        return new TestStepResult.Passed(null);
                    })));
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

    private void list(Region region, AwsCredentialsProvider reader) {
        clients.reading(region).listShareInvitations(request -> request.shareResourceType(ResourceType.WORKLOAD.value())
                .maxResults(1)
                .overrideConfiguration(
                        call -> call.credentialsProvider(reader).apiCallTimeout(callDeadline.remaining())));
    }

    /**
     * AWS checks the permission before it looks up the invitation, so "not found" proves the permission to decide.
     */
    private TestStepResult mayDecide(Region region, AwsCredentials decider) {
        try {
            clients.deciding(region).updateShareInvitation(request -> request.shareInvitationId(NO_INVITATION)
                    .shareInvitationAction(ShareInvitationAction.REJECT)
                    .overrideConfiguration(call -> call.credentialsProvider(StaticCredentialsProvider.create(decider))
                            .apiCallTimeout(callDeadline.remaining())));
            return new TestStepResult.Unsure("connection.test.decide.unsure", null);
        } catch (RuntimeException thrown) {
            AwsFailure awsFailure = SdkErrorMapper.of(thrown);
            return switch (awsFailure.kind()) {
                case NOT_FOUND -> new TestStepResult.Passed(awsFailure.code());
                case INVALID, CONFLICT ->
                    new TestStepResult.Unsure(
                            "connection.test.decide.unsure", awsFailure.code() + ": " + awsFailure.message());
                default -> TroubleshootingHints.failed(TestStep.Kind.DECIDE, awsFailure);
            };
        }
    }

    /** Returns a Region in which listing worked, or the first Region. */
    private Region readable() {
        return steps.stream()
                .filter(step -> step.name().equals("LIST") && step.result().equals("PASSED") && step.region() != null)
                .findFirst()
                .map(step -> new Region(String.valueOf(step.region())))
                .orElse(connection.regions().get(0));
    }

    private boolean add(TestStep.Kind kind, @Nullable Region region, Supplier<TestStepResult> what) {
        TestStep step = attempt(kind, region, what);
        steps.add(step);
        return !step.failed();
    }

    private static TestStep attempt(TestStep.Kind kind, @Nullable Region region, Supplier<TestStepResult> what) {
        try {
            return TestStep.of(kind, region, what.get());
        } catch (RuntimeException thrown) {
            return TestStep.of(kind, region, TroubleshootingHints.failed(kind, SdkErrorMapper.of(thrown)));
        }
    }

    /** Skips the role if the credentials are missing. */
    private void skip(boolean tried, TestStep.Kind kind) {
        if (!tried) {
            skip(kind);
        }
    }

    private void skip(TestStep.Kind kind) {
        steps.add(TestStep.of(kind, null, new TestStepResult.Skipped("connection.test.not-tried")));
    }
}
