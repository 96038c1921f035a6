package io.countersign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countersign.running.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Tests that the log contains no secrets, even with all configurable logging enabled. */
@SpringBootTest(
        properties = {
            "countersign.sync.every=1h",
            "countersign.aws.access-key-id=AKIADEMO666677778888",
            "countersign.aws.secret-access-key=" + LogSecretsTests.OWN_SECRET,
            "countersign.connections[0].account-id=111122223333",
            "countersign.connections[0].name=Retail prod",
            "countersign.connections[0].regions=eu-west-1",
            "countersign.connections[0].role-arn=arn:aws:iam::111122223333:role/countersign",
            "countersign.connections[0].external-id=" + LogSecretsTests.EXTERNAL_ID,
            "countersign.metrics.token=" + LogSecretsTests.METRICS_TOKEN,
            "countersign.people[0].name=reviewer",
            "countersign.people[0].password=" + PageTest.HASH,
            "countersign.people[0].roles=REVIEWER"
        })
@TestDatabaseProperties
@AutoConfigureMockMvc
class LogSecretsTests {

    static final String OWN_SECRET = "own-secret-5f1c";
    static final String METRICS_TOKEN = "metrics-token-0123456789-2b4d6f80";
    static final String EXTERNAL_ID = "external-id-77aa";
    private static final String SESSION_SECRET = "session-secret-9d2e";
    private static final String SESSION_TOKEN = "session-token-c0de";
    private static final String PASSWORD = "typed-password-31bb";
    private static final String INVITATION = "0123456789abcdef0123456789abcdef";

    private static final Aws AWS = new Aws();

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger applicationLogger = (Logger) LoggerFactory.getLogger("io.countersign");
    private final Level rootBefore = root.getLevel();
    private final Level previousLevel = applicationLogger.getLevel();
    private final List<Appender<ILoggingEvent>> otherAppenders = new ArrayList<>();
    private final Kept kept = new Kept();

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        registry.add("countersign.aws.endpoint", AWS::address);
    }

    @BeforeEach
    void listen() {
        root.iteratorForAppenders().forEachRemaining(otherAppenders::add);
        otherAppenders.forEach(root::detachAppender);
        kept.open(root);
        root.setLevel(Level.DEBUG);
        applicationLogger.setLevel(Level.DEBUG);
    }

    @AfterEach
    void restore() {
        root.detachAppender(kept);
        otherAppenders.forEach(root::addAppender);
        root.setLevel(rootBefore);
        applicationLogger.setLevel(previousLevel);
    }

    @AfterAll
    static void stop() {
        AWS.server.stop(0);
    }

    @Test
    void logsNoSecrets() throws Exception {
        refresh();
        Await.until(
                "the invitation is read",
                Duration.ofSeconds(20),
                () -> jdbc.sql("select count(*) from invitation")
                                .query(Integer.class)
                                .single()
                        == 1);
        AWS.roleRefused = true;
        decide().andExpect(status().isFound());
        AWS.roleRefused = false;
        decide().andExpect(status().isFound());
        mvc.perform(formLogin().user("reviewer").password(PASSWORD));
        mvc.perform(get("/actuator/prometheus").header("Authorization", "Bearer " + PASSWORD))
                .andExpect(status().isUnauthorized());
        mvc.perform(get("/actuator/prometheus").header("Authorization", "Bearer " + METRICS_TOKEN))
                .andExpect(status().isOk());

        assertThat(AWS.requests).contains("AssumeRole", "GET", "PATCH");
        assertThat(kept.lines)
                .anySatisfy(line -> assertThat(line).contains("is the session name for"))
                .anySatisfy(line -> assertThat(line).contains("decision 1: ACCEPT", "FAILED"))
                .anySatisfy(line -> assertThat(line).contains("decision 2: ACCEPT", "CONFIRMED"))
                .anySatisfy(line -> assertThat(line).contains("DEBUG org.springframework"))
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain(OWN_SECRET, EXTERNAL_ID, SESSION_SECRET, SESSION_TOKEN, PASSWORD, METRICS_TOKEN)
                        .doesNotContain(PageTest.HASH));
    }

    private void refresh() throws Exception {
        mvc.perform(post("/refresh").with(csrf()).with(user("reviewer").roles("REVIEWER")));
    }

    private ResultActions decide() throws Exception {
        return mvc.perform(post("/invitations/" + INVITATION + "/decisions")
                .param("action", "ACCEPT")
                .param("reason", "Reviewed with the owner, all is well.")
                .param("fingerprint", fingerprint())
                .with(csrf())
                .with(user("reviewer").roles("REVIEWER")));
    }

    /** Returns the fingerprint from the form. */
    private String fingerprint() throws Exception {
        String page = mvc.perform(
                        get("/invitations/" + INVITATION).with(user("reviewer").roles("REVIEWER")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher found =
                Pattern.compile("name=\"fingerprint\" value=\"([0-9a-f]{64})\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** Collects log lines with stack traces. */
    private static final class Kept extends AppenderBase<ILoggingEvent> {

        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        private final PatternLayout layout = new PatternLayout();

        void open(Logger root) {
            layout.setContext(root.getLoggerContext());
            layout.setPattern("%level %logger %msg %mdc %ex{full}%n");
            layout.start();
            setContext(root.getLoggerContext());
            start();
            root.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(layout.doLayout(event));
        }
    }

    /** Simulates STS and the Well-Architected Tool with known secrets, and repeats them in refusals. */
    static final class Aws {

        interface Answer {
            String to(HttpExchange exchange, String body);
        }

        final List<String> requests = new CopyOnWriteArrayList<>();
        volatile boolean roleRefused;
        final HttpServer server;

        Aws() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/shareInvitations", exchange -> answer(exchange, this::shares));
            server.createContext("/", exchange -> answer(exchange, this::session));
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        private String shares(HttpExchange exchange, String body) {
            requests.add(exchange.getRequestMethod());
            if (exchange.getRequestMethod().equals("PATCH")) {
                return "{\"ShareInvitation\":{\"ShareInvitationId\":\"" + INVITATION + "\"}}";
            }
            boolean workloads = exchange.getRequestURI().getQuery().contains("WORKLOAD");
            return "{\"ShareInvitationSummaries\":["
                    + (workloads
                            ? "{\"ShareInvitationId\":\"" + INVITATION
                                    + "\",\"WorkloadName\":\"w\",\"PermissionType\":\"READONLY\"}"
                            : "")
                    + "]}";
        }

        private String session(HttpExchange exchange, String body) {
            requests.add("AssumeRole");
            assertThat(body).contains("ExternalId=" + EXTERNAL_ID);
            if (roleRefused) {
                return "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not with "
                        + EXTERNAL_ID + "</Message></Error><RequestId>r</RequestId></ErrorResponse>";
            }
            return """
                    <AssumeRoleResponse><AssumeRoleResult><Credentials>
                    <AccessKeyId>ASIA111122223333</AccessKeyId><SecretAccessKey>%s</SecretAccessKey>
                    <SessionToken>%s</SessionToken><Expiration>%s</Expiration>
                    </Credentials></AssumeRoleResult></AssumeRoleResponse>""".formatted(SESSION_SECRET, SESSION_TOKEN, Instant.now().plus(1, ChronoUnit.HOURS));
        }

        private void answer(HttpExchange exchange, Answer answer) throws IOException {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                byte[] bytes = answer.to(exchange, body).getBytes(UTF_8);
                exchange.sendResponseHeaders(new String(bytes, UTF_8).startsWith("<Error") ? 403 : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
