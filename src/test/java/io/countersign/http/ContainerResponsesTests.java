package io.countersign.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabaseProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests responses of Tomcat, the firewall and the filters over the network, under a context path. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.servlet.context-path=/desk", "countersign.limit.request-time=2s"})
@TestDatabaseProperties
class ContainerResponsesTests {

    private static final String SLOWLY = "GET /desk/login HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + "a".repeat(200);

    @LocalServerPort
    int port;

    static Stream<String> requests() {
        return Stream.of(
                RawHttp.request("GET", "/desk/login"),
                RawHttp.request("GET", "/desk/nothing"),
                RawHttp.request("GET", "/desk/css/app.css"),
                RawHttp.request("GET", "/desk"),
                RawHttp.request("GET", "/elsewhere"),
                RawHttp.request("GET", "/desk/a;b=c"),
                RawHttp.request("GET", "/desk//"),
                RawHttp.request("GET", "/desk/teams/%2e%2e"),
                RawHttp.request("GET", "/desk/META-INF/x"),
                RawHttp.request("GET", "/%2e%2e/x"),
                RawHttp.request("GET", "/desk/history%2f"),
                RawHttp.request("GET", "/%00"),
                RawHttp.request("GET", "/desk/%zz"),
                RawHttp.request("GET", "/desk/login?a=%zz"),
                RawHttp.request("TRACE", "/desk/login"),
                RawHttp.request("TRACE", "/elsewhere"),
                RawHttp.request("CONNECT", "/desk/login"),
                RawHttp.request("OPTIONS", "*"),
                RawHttp.request("BREW", "/desk/login"),
                RawHttp.form("PUT", "/desk/login", "a=%zz"),
                RawHttp.request("GET", "/desk/a b"),
                RawHttp.request("GET", "/desk/login", "X-Long: " + "a".repeat(20_000)),
                RawHttp.request("GET", "/desk/login", "Content-Length: x"),
                RawHttp.request("GET", "/desk/login", "Host: other"),
                RawHttp.request("POST", "/desk/login", "Transfer-Encoding: none"),
                RawHttp.request("GET", "/desk/login", " : x"),
                "GET /desk/login HTTP/1.1\r\n\r\n",
                "GET /desk/login HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "nonsense\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void haveTheSecurityHeaders(String request) {
        RawHttp.Response response = RawHttp.send(port, request);
        assertThat(response.status()).isBetween(200, 499);
        SecurityHeaders.of(false).forEach((name, value) -> assertThat(response.header(name))
                .as(name)
                .isEqualTo(name.equals("Cache-Control") && request.contains("/css/") ? "no-cache" : value));
    }

    /** Without the requests whose headers Tomcat does not read. */
    static Stream<String> readableRequests() {
        return requests().filter(request -> !request.matches("(?s)nonsense.*|GET /desk/a b.*|OPTIONS \\*.*"));
    }

    @ParameterizedTest
    @MethodSource("readableRequests")
    void demandTlsIfTheRequestCameToATrustedProxyOverTls(String request) {
        assertThat(RawHttp.send(port, request).header("Strict-Transport-Security"))
                .isEmpty();
        String proxied = request.replaceFirst("\r\n", "\r\nX-Forwarded-Proto: https\r\n");
        assertThat(RawHttp.send(port, proxied).header("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000; includeSubDomains");
    }

    @ParameterizedTest
    @CsvSource({
        "/desk/css/app.css, text/css;charset=UTF-8",
        "/desk/js/app.js, text/javascript;charset=UTF-8",
        "/desk/icons/favicon.svg, image/svg+xml;charset=UTF-8",
        "/desk/files/0123456789ab/webjars/bootstrap/css/bootstrap.min.css, text/css;charset=UTF-8",
        "/desk/login, text/html;charset=UTF-8"
    })
    void nameTheCharsetOfText(String target, String type) {
        assertThat(RawHttp.send(port, RawHttp.request("GET", target)).header("Content-Type"))
                .isEqualToIgnoringCase(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%00", "/elsewhere", "/desk/%zz"})
    void areShortAndPlainWhereTomcatRefuses(String target) {
        RawHttp.Response response = RawHttp.send(port, RawHttp.request("GET", target));
        assertThat(response.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
        assertThat(response.body()).containsAnyOf("400 Bad Request\n", "404 Not Found\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/", "/desk/history?x=1", "/desk/login/"})
    void redirectToPathsOnly(String target) {
        for (String version : new String[] {"HTTP/1.0", "HTTP/1.1"}) {
            RawHttp.Response response = RawHttp.send(
                    port,
                    RawHttp.request("GET", target, "X-Forwarded-Host: evil.example")
                            .replace("HTTP/1.1", version)
                            .replace("Host: localhost", "Host: evil.example"));
            assertThat(response.status()).isEqualTo(302);
            assertThat(response.header("Location")).isIn("/desk/", "/desk/login");
        }
    }

    @Test
    void endIfTheHeadersAreSlow() throws Exception {
        assertThat(timeOf(SLOWLY)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void endIfTheBodyIsSlow() throws Exception {
        assertThat(timeOf("POST /desk/login HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n"
                        + "a".repeat(200)))
                .isLessThan(Duration.ofSeconds(8));
    }

    /** Returns the time until the server closes a connection on which the last 200 bytes come one by one. */
    private Duration timeOf(String request) throws Exception {
        Instant start = Instant.now();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(100);
            byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
            socket.getOutputStream().write(bytes, 0, bytes.length - 200);
            for (int i = bytes.length - 200; i < bytes.length; i++) {
                socket.getOutputStream().write(bytes[i]);
                try {
                    if (socket.getInputStream().read() < 0) {
                        break;
                    }
                } catch (SocketTimeoutException open) {
                    continue;
                }
            }
        } catch (IOException closed) {
            return Duration.between(start, Instant.now());
        }
        return Duration.between(start, Instant.now());
    }
}
