package io.countersign.sso.provider;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

/** Tests calls of a provider that keeps a connection for one request, and closes it when a second arrives. */
class ProviderHttpTests {

    @Test
    void opensAConnectionForEachCall() throws IOException {
        try (ServerSocket provider = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread answers = new Thread(() -> answer(provider));
            answers.setDaemon(true);
            answers.start();
            RestClient calls =
                    RestClient.builder().requestFactory(ProviderHttp.requests()).build();
            for (int call = 0; call < 3; call++) {
                assertThat(calls.post()
                                .uri("http://127.0.0.1:" + provider.getLocalPort() + "/token")
                                .retrieve()
                                .body(String.class))
                        .isEqualTo("{}");
            }
        }
    }

    private static void answer(ServerSocket provider) {
        while (!provider.isClosed()) {
            try (Socket connection = provider.accept()) {
                BufferedReader request =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
                skipHead(request);
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: text/plain\r\n\r\n{}"
                                .getBytes(US_ASCII));
                skipHead(request);
            } catch (IOException e) {
                // the test has ended
            }
        }
    }

    private static void skipHead(BufferedReader request) throws IOException {
        String line = request.readLine();
        while (line != null && !line.isEmpty()) {
            line = request.readLine();
        }
    }
}
