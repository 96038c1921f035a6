package io.countersign.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.TestDatabaseProperties;
import io.countersign.identity.DemoUsersFixture;
import io.countersign.identity.TestClock;
import io.countersign.invitation.Listings;
import io.countersign.invitation.update.InvitationUpdater;
import io.countersign.invitation.update.PollResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Sends malformed requests without a sign-in and with each role. The profile {@code fuzz} sends 100,000. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "countersign.aws.endpoint=http://127.0.0.1:1",
            "countersign.passkey.roles=",
            "countersign.people[0].name=reviewer",
            "countersign.people[0].password=" + PageTest.HASH,
            "countersign.people[0].roles=REVIEWER",
            "countersign.people[1].name=lead",
            "countersign.people[1].password=" + PageTest.HASH,
            "countersign.people[1].roles=LEAD",
            "countersign.people[2].name=auditor",
            "countersign.people[2].password=" + PageTest.HASH,
            "countersign.people[2].roles=AUDITOR",
            "countersign.people[3].name=admin",
            "countersign.people[3].password=" + PageTest.HASH,
            "countersign.people[3].roles=ADMIN"
        })
@TestDatabaseProperties
@Import(DemoUsersFixture.TestClockConfiguration.class)
@ExtendWith(OutputCaptureExtension.class)
class MalformedRequestsTests {

    private static final int REQUESTS = Integer.getInteger("countersign.test.malformed-requests", 5_000);
    private static final long BYTES_PER_REQUEST = 4_000;
    private static final Pattern FORGED =
            Pattern.compile("(?m)^" + MalformedRequests.MARKER + "|\\x1b|^(\\| )?\\tat |Exception:");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TestClock clock;

    @Autowired
    InvitationUpdater invitations;

    @Test
    void getNoServerErrorAndLeaveNoTraceInTheLog(CapturedOutput log) {
        // the invitation that the paths name
        invitations.store(new PollResult(
                Listings.RETAIL, List.of(Listings.workload(0, "ledger")), Map.of(), clock.instant(), null));
        List<FormToken> users = new ArrayList<>(List.of(FormToken.of(port, "/login", "")));
        users.addAll(signInWithEachRole());
        // forms that need a recent password ask the first four for it
        clock.advance(Duration.ofMinutes(6));
        users.addAll(signInWithEachRole());
        MalformedRequests requests = new MalformedRequests(mappings, users);
        DatabaseSize before = DatabaseSize.of(jdbc);
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
        IntStream.range(0, REQUESTS).parallel().forEach(number -> {
            int status = RawHttp.send(port, requests.request(number)).status();
            statuses.merge(status, 1, Integer::sum);
            if (status >= 500) {
                failed.add(number + ": " + status + " "
                        + requests.request(number).lines().findFirst());
            }
        });
        DatabaseSize after = DatabaseSize.of(jdbc);
        long rows = after.rowsSince(before).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        LoggerFactory.getLogger(getClass())
                .info(
                        "{} requests: statuses {}, {} more rows, {} more bytes",
                        REQUESTS,
                        statuses,
                        rows,
                        after.bytes() - before.bytes());

        assertThat(failed).isEmpty();
        assertThat(statuses).containsKeys(200, 302, 400, 403, 404, 405);
        assertThat(FORGED.matcher(log.getAll()).results().map(found -> lineOf(log.getAll(), found.start())))
                .isEmpty();
        assertThat(rows).isLessThan(REQUESTS);
        assertThat(after.bytes() - before.bytes()).isLessThan(REQUESTS * BYTES_PER_REQUEST);
    }

    private List<FormToken> signInWithEachRole() {
        return Stream.of("reviewer", "lead", "auditor", "admin")
                .map(name -> FormToken.signedIn(port, name, "demo"))
                .toList();
    }

    private static String lineOf(String log, int position) {
        return log.substring(position, Math.min(log.length(), position + 300));
    }
}
