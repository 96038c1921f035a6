package io.countersign.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countersign.audit.TestAuditLog;
import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.Hashes;
import io.countersign.audit.chain.SigningKey;
import io.countersign.connection.TestBuckets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs against a fake S3 server that stores objects and refuses what Object Lock would refuse. */
class CheckpointBucketTests {

    private static final SigningKey KEY = SigningKey.of(SigningKey.newPem());
    private static final Checkpoint FIRST = Checkpoint.sign(KEY, null, TestAuditLog.START, 7, "a".repeat(64));

    private final Map<String, String> objects = new ConcurrentSkipListMap<>();
    private final Map<String, Headers> headers = new TreeMap<>();
    private HttpServer server;
    private CheckpointBucket bucket;
    private boolean locked = true;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/evidence", this::answer);
        server.start();
        bucket = new CheckpointBucket(
                TestBuckets.at("http://127.0.0.1:" + server.getAddress().getPort()), Duration.ofDays(30));
    }

    @AfterEach
    void stop() {
        bucket.close();
        server.stop(0);
    }

    @Test
    void storesEachCheckpointInComplianceMode() throws IOException {
        bucket.put(FIRST);
        String key = "checkpoint-000000000001-" + Hashes.of(FIRST.signed()).substring(0, 12) + ".json";
        assertThat(objects).containsExactly(Map.entry(key, FIRST.line() + "\n"));
        Headers sent = headers.get(key);
        assertThat(sent.getFirst("x-amz-object-lock-mode")).isEqualTo("COMPLIANCE");
        assertThat(sent.getFirst("x-amz-object-lock-retain-until-date")).isEqualTo("2026-12-22T14:00:00Z");
        assertThat(sent.keySet()).anyMatch(name -> name.toLowerCase().startsWith("x-amz-checksum-"));
        assertThat(sent.getFirst("Authorization")).contains("AKIATEST").contains("x-amz-object-lock-mode");
    }

    @Test
    void readsStoredCheckpoints() throws IOException {
        Checkpoint second = Checkpoint.sign(KEY, FIRST, TestAuditLog.START.plusSeconds(60), 9, "b".repeat(64));
        bucket.put(FIRST);
        assertThat(bucket.contains(FIRST)).isTrue();
        assertThat(bucket.contains(second)).isFalse();
        bucket.put(second);
        assertThat(bucket.all()).containsExactlyInAnyOrder(FIRST, second);
        assertThat(bucket.all()).hasSize(2);
        assertThat(bucket.name()).isEqualTo("s3://evidence");
    }

    @Test
    void keepsTwoCheckpointsOfTheSameNumber() throws IOException {
        bucket.put(FIRST);
        bucket.put(Checkpoint.sign(KEY, null, TestAuditLog.START, 7, "c".repeat(64)));
        assertThat(objects).hasSize(2);
    }

    @Test
    void explainsThatObjectLockIsMissing() {
        locked = false;
        assertThatThrownBy(() -> bucket.put(FIRST))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Bucket is missing Object Lock Configuration");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestURI().getPath().replaceFirst("^/evidence/?", "");
        switch (exchange.getRequestMethod()) {
            case "PUT" -> put(exchange, key);
            default -> send(exchange, 200, key.isEmpty() ? list() : objects.get(key));
        }
    }

    private void put(HttpExchange exchange, String key) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (locked) {
            objects.put(key, body);
            headers.put(key, exchange.getRequestHeaders());
            send(exchange, 200, "");
        } else {
            send(
                    exchange,
                    400,
                    "<Error><Code>InvalidRequest</Code><Message>Bucket is missing Object Lock Configuration</Message></Error>");
        }
    }

    private String list() {
        return objects.keySet().stream()
                .map(key -> "<Contents><Key>" + key + "</Key></Contents>")
                .collect(Collectors.joining("", "<ListBucketResult>", "</ListBucketResult>"));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
