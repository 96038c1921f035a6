package io.countersign.connection.test;

import io.countersign.connection.Connection;
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
import org.springframework.stereotype.Component;

/** Tests many connections at once, without changing anything. */
@Component
public class BulkConnectionTest {

    public static final int MOST = 100;

    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ConnectionTestService tests;

    BulkConnectionTest(ConnectionTestService tests) {
        this.tests = tests;
    }

    /**
     * The result of one account.
     *
     * @param failures the failed steps, in their order
     * @param answered the Regions in which listing worked
     */
    public record Result(String account, String name, List<TestStep> failures, List<String> answered) {

        static Result of(Connection connection, TestReport report) {
            return new Result(connection.account().value(), connection.name(), report.failures(), report.answered());
        }
    }

    /** Returns the Regions that answered for each account of which any answered: the others lack more than a Region. */
    public static List<String> answered(List<Result> results) {
        return results.stream()
                .map(Result::answered)
                .filter(regions -> !regions.isEmpty())
                .reduce((one, other) -> one.stream().filter(other::contains).toList())
                .orElse(List.of());
    }

    /** @return one result for each connection, in the same order */
    public List<Result> run(List<Connection> connections, String person) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<TestReport>> jobs = connections.stream()
                    .<Callable<TestReport>>map(each -> () -> tests.run(each, person))
                    .toList();
            List<Future<TestReport>> answers = workers.invokeAll(jobs, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            List<Result> results = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                results.add(Result.of(connections.get(i), report(answers.get(i))));
            }
            return results;
        } finally {
            workers.shutdownNow();
        }
    }

    private static TestReport report(Future<TestReport> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (CancellationException | ExecutionException late) {
            return new TestReport(List.of(TestStep.of(
                    TestStep.Kind.CREDENTIALS, null, new TestStepResult.Failed("connection.test.late", null))));
        }
    }
}
