package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends the tour to a server that knows one page with a form and one invitation. */
class PageTourTests {

    private static final String PAGE = "<input name=\"_csrf\" value=\"a+b\">"
            + "<a href=\"/base/invitations/0123456789abcdef0123456789abcdef#top\">x</a>";

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private int status = 200;
    private String page = PAGE;
    private HttpServer server;
    private PageTour tour;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        tour = new PageTour(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base"),
                Map.of("Token", "secret"),
                Duration.ofMinutes(1));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void opensTheFirstInvitationOfTheQueue() throws Exception {
        assertThat(tour.openPages()).isTrue();
        assertThat(requests)
                .startsWith(
                        "GET /base/?view=all secret ", "GET /base/invitations/0123456789abcdef0123456789abcdef secret ")
                .contains("GET /base/history secret ", "GET /base/lead secret ");
    }

    @Test
    void opensTheOtherPagesOfAnEmptyQueue() throws Exception {
        page = "No invitations";
        assertThat(tour.openPages()).isFalse();
        assertThat(requests).contains("GET /base/lead secret ").noneMatch(request -> request.contains("invitations"));
    }

    @Test
    void signsInWithTheTokenOfTheForm() throws Exception {
        tour.signInAsLead();
        assertThat(requests).endsWith("POST /base/login secret username=lead&password=demo&_csrf=a%2Bb");
    }

    @Test
    void endsWithTheFirstPageThatFails() {
        status = 500;
        assertThatThrownBy(() -> tour.openPages()).hasMessageContaining("500");
        assertThat(requests).hasSize(1);
    }

    @Test
    void endsWhenItsTimeIsOver() {
        PageTour over = new PageTour(URI.create("http://127.0.0.1:1"), Map.of(), Duration.ZERO);
        assertThatThrownBy(over::openPages).isInstanceOf(PageTour.OverException.class);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String token = exchange.getRequestHeaders().getFirst("Token");
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + token + " " + body);
            byte[] answer = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
