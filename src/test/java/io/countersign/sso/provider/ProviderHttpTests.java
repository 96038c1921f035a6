package io.countersign.sso.provider;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.client.RestClient;

/** Tests calls of providers that end connections, or that answer slowly. */
class ProviderHttpTests {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: text/plain\r\n\r\n";

    /** The provider answers one request on a connection, and closes it when another one arrives. */
    @Test
    void opensAConnectionAfterAPause() throws IOException {
        try (ServerSocket provider = provider(connection -> {
            skipHead(connection);
            write(connection, HEAD + "{}");
            skipHead(connection);
        })) {
            for (int call = 0; call < 3; call++) {
                assertThat(token(provider)).isEqualTo("{}");
                LockSupport.parkNanos(Duration.ofMillis(2100).toNanos());
            }
        }
    }

    @Test
    @Timeout(20)
    void endsACallWhoseAnswerTricklesIn() throws IOException {
        try (ServerSocket provider = provider(connection -> {
            skipHead(connection);
            for (char each : HEAD.toCharArray()) {
                write(connection, String.valueOf(each));
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        })) {
            assertThatThrownBy(() -> token(provider)).hasRootCauseInstanceOf(IOException.class);
        }
    }

    private interface Answer {
        void to(Socket connection) throws IOException;
    }

    private static ServerSocket provider(Answer answer) throws IOException {
        ServerSocket provider = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(() -> {
            while (true) {
                Socket connection = provider.accept();
                start(() -> {
                    try (connection) {
                        answer.to(connection);
                    }
                });
            }
        });
        return provider;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // the client or the test has ended
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static String token(ServerSocket provider) {
        return RestClient.builder()
                .requestFactory(ProviderHttp.requests())
                .build()
                .post()
                .uri("http://127.0.0.1:" + provider.getLocalPort() + "/token")
                .retrieve()
                .body(String.class);
    }

    private static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static void skipHead(Socket connection) throws IOException {
        BufferedReader request = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
        String line = request.readLine();
        while (line != null && !line.isEmpty()) {
            line = request.readLine();
        }
    }
}
