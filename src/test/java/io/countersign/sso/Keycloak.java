package io.countersign.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.running.ApplicationProcess;
import io.countersign.running.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak in its own process, with the realm that the documentation uses for trials. */
final class Keycloak implements AutoCloseable {

    static final String PASSWORD = "try countersign";

    private static final Path HOME = Path.of("target", "keycloak");
    private static final Path REALM = Path.of("src/test/resources/keycloak/countersign-realm.json");
    private static final Duration START = Duration.ofMinutes(3);
    private static final String ADMIN = "admin";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = ApplicationProcess.freePort();
    private final Process process;

    /**
     * Begins the start.
     *
     * @param application the address of the application
     */
    Keycloak(String application) {
        try {
            Path directory = directory();
            FileSystemUtils.deleteRecursively(directory.resolve("data"));
            Path realms = Files.createDirectories(directory.resolve("data").resolve("import"));
            Files.writeString(
                    realms.resolve("countersign-realm.json"),
                    Files.readString(REALM).replace("http://localhost:8080", application));
            ProcessBuilder start = new ProcessBuilder(
                            "sh",
                            "bin/kc.sh",
                            "start-dev",
                            "--import-realm",
                            "--http-port=" + port,
                            "--http-host=127.0.0.1")
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(HOME.resolve("keycloak.log").toFile());
            start.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
            start.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
            start.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
            process = start.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory() throws IOException {
        try (Stream<Path> unpacked = Files.list(HOME)) {
            return unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    void await() {
        Await.until("Keycloak answers", START, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("Keycloak ended; see " + HOME.resolve("keycloak.log"));
            }
            try {
                HttpRequest request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                        .build();
                return http.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    String issuer() {
        return address() + "/realms/countersign";
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Moves a user from one group to another. */
    void move(String user, String from, String to) throws Exception {
        String person = id("users?exact=true&username=" + user);
        change("DELETE", "users/" + person + "/groups/" + id("groups?exact=true&search=" + from));
        change("PUT", "users/" + person + "/groups/" + id("groups?exact=true&search=" + to));
    }

    /** Lets a user sign in, or no longer. */
    void enable(String user, boolean enabled) throws Exception {
        admin("PUT", "users/" + id("users?exact=true&username=" + user), "{\"enabled\": " + enabled + "}");
    }

    /** Ends all sessions of a user, as an administrator of Keycloak does. */
    void signOut(String user) throws Exception {
        change("POST", "users/" + id("users?exact=true&username=" + user) + "/logout");
    }

    private String id(String query) throws Exception {
        return admin("GET", query, "").get(0).get("id").asString();
    }

    private void change(String method, String path) throws Exception {
        admin(method, path, "");
    }

    private JsonNode admin(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/admin/realms/countersign/" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return json(http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8)));
    }

    private String token() throws Exception {
        String form = "grant_type=password&client_id=admin-cli&username=" + ADMIN + "&password=" + ADMIN;
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return json(http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8)))
                .get("access_token")
                .asString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    /** The server may be a child of the script. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
