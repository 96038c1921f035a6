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
     */
    public record Result(String account, String name, List<TestStep> failures) {}

    /** @return one result for each connection, in the same order */
    public List<Result> run(List<Connection> connections, String person) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<List<TestStep>>> jobs = connections.stream()
                    .<Callable<List<TestStep>>>map(
                            each -> () -> tests.run(each, person).failures())
                    .toList();
            List<Future<List<TestStep>>> answers = workers.invokeAll(jobs, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            List<Result> results = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                Connection connection = connections.get(i);
                results.add(new Result(connection.account().value(), connection.name(), failures(answers.get(i))));
            }
            return results;
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<TestStep> failures(Future<List<TestStep>> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (CancellationException | ExecutionException late) {
            return List.of(TestStep.of(
                    TestStep.Kind.CREDENTIALS, null, new TestStepResult.Failed("connection.test.late", null)));
        }
    }
}
