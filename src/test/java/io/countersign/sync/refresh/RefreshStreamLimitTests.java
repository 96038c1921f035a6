package io.countersign.sync.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.TestDatabaseProperties;
import io.countersign.identity.TestBrowser;
import io.countersign.running.Await;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Opens streams over the network: a closed connection frees its stream. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "countersign.sync.every=1h",
            "countersign.connections[0].account-id=111122223333",
            "countersign.connections[0].name=Retail prod",
            "countersign.connections[0].regions=eu-west-1",
            "countersign.passkey.roles=",
            "countersign.people[0].name=lead",
            "countersign.people[0].password=" + PageTest.HASH,
            "countersign.people[0].roles=LEAD",
            "countersign.people[1].name=auditor",
            "countersign.people[1].password=" + PageTest.HASH,
            "countersign.people[1].roles=AUDITOR"
        })
@TestDatabaseProperties
@Import(ListedForPages.class)
class RefreshStreamLimitTests {

    /** No poll ever completes this refresh. */
    private static final String EVENTS = "/refresh/events?scope=&since=99999999999999";

    @LocalServerPort
    int port;

    @Test
    void refusesTheSixthStreamOfAUserUntilOneIsClosed() throws Exception {
        TestBrowser lead = signedIn("lead");
        List<InputStream> streams = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            HttpResponse<InputStream> stream = lead.open(EVENTS);
            assertThat(stream.statusCode()).isEqualTo(200);
            streams.add(stream.body());
        }
        assertThat(lead.get(EVENTS).statusCode()).isEqualTo(429);
        assertThat(lead.get("/").statusCode()).isEqualTo(200);
        HttpResponse<InputStream> other = signedIn("auditor").open(EVENTS);
        assertThat(other.statusCode()).isEqualTo(200);
        other.body().close();

        streams.get(0).close();
        Await.until("the closed stream is free", Duration.ofSeconds(20), () -> opens(lead, streams));
        for (InputStream stream : streams) {
            stream.close();
        }
    }

    private static boolean opens(TestBrowser browser, List<InputStream> streams) {
        try {
            HttpResponse<InputStream> stream = browser.open(EVENTS);
            streams.add(stream.body());
            return stream.statusCode() == 200;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private TestBrowser signedIn(String person) throws Exception {
        TestBrowser browser = new TestBrowser(port);
        browser.signIn(person, "demo");
        return browser;
    }
}
