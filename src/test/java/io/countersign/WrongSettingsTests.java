package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Tests that a start with a wrong setting ends with one message that names it, and creates no file. */
@ExtendWith(OutputCaptureExtension.class)
class WrongSettingsTests {

    @TempDir
    private Path directory;

    private Path data;

    @BeforeEach
    void createNothing() {
        data = directory.resolve("data");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            countersign.aws.session-duration=5m | countersign.aws.session-duration: is 15m to 1h
            countersign.second-approval.rules[0].needs=third | countersign.second-approval.rules[0].needs is 'third'
            countersign.session.longest=8d | countersign.session.longest must be from 1m to 7d
            countersign.sync.every=often | countersign.sync.every
            countersign.aws.access-key-id=AKIAX | countersign.aws.access-key-id and .secret-access-key must be set together
            countersign.audit.key=invalid | countersign.audit.key: no private Ed25519 key
            countersign.audit.trusted-keys=00000000000000000000000000000000 | countersign.audit.trusted-keys cannot contain a new key
            countersign.audit.bucket.name=log | countersign.audit.bucket.region: is missing
            countersign.audit.bucket.region=eu-west-1 | countersign.audit.bucket.name: is missing
            spring.application.json={"a": hush | spring.application.json (SPRING_APPLICATION_JSON) is not valid JSON.
            countersign.simulator.enabled=perhaps | Invalid boolean value 'perhaps'
            spring.datasource.url=postgres://u:hush@db.example/c | (SPRING_DATASOURCE_URL) must begin with jdbc:postgresql://
            spring.datasource.url=jdbc:mysql://db.example/c | (SPRING_DATASOURCE_URL) must begin with jdbc:postgresql://
            spring.datasource.url=jdbc:postgresql://db.example:port/c | (SPRING_DATASOURCE_URL) is not the URL of a PostgreSQL
            spring.datasource.url=jdbc:postgresql://u:hush@db.example/c | (SPRING_DATASOURCE_URL) is not the URL of a PostgreSQL
            spring.datasource.url=jdbc:postgresql://127.0.0.1:1/c | Connection to 127.0.0.1:1 refused
            spring.datasource.username=bob | spring.datasource.username (SPRING_DATASOURCE_USERNAME) is set, but
            spring.datasource.password=hush | spring.datasource.password (SPRING_DATASOURCE_PASSWORD) is set, but
            spring.flyway.user=owner | spring.flyway.user (SPRING_FLYWAY_USER) is set, but
            spring.security.oauth2.client.registration.x.client-id=a | spring.security.oauth2.client.provider.x.issuer-uri
            spring.security.oauth2.client.registration.x.client-name=a | spring.security.oauth2.client.registration.x.client-id
            countersign.identity.mappings[0].group=staff | countersign.identity.mappings[0].roles must name at least one of
            server.port=99999 | Invalid value '99999' for configuration property 'server.port'
            server.port=web | Invalid value 'web' for configuration property 'server.port'
            management.server.port=70000 | Invalid value '70000' for configuration property 'management.server.port'""")
    void namesTheSettingAndCreatesNothing(String setting, String message, CapturedOutput output) {
        assertThat(refused(output, "--" + setting)).contains(message).doesNotContain("hush");
        assertThat(data).doesNotExist();
    }

    @Test
    void listsTheProblemsOfConnectionsAndCreatesNothing(CapturedOutput output) {
        assertThat(refused(
                        output,
                        "--countersign.connections[0].account-id=12",
                        "--countersign.connections[0].name=Retail",
                        "--countersign.connections[0].regions=eu-west-1",
                        "--countersign.connections[0].role-arn=reader",
                        "--countersign.connections[0].access-key-id=AKIAX"))
                .contains(
                        "countersign.connections[0].account-id: an account ID has exactly 12 digits",
                        "countersign.connections[0].role-arn: a role ARN looks like",
                        "countersign.connections[0].secret-access-key: the two keys must be set together");
        assertThat(data).doesNotExist();
    }

    @Test
    void comparesTheEndpointOfTheDemoWithTheSimulator(CapturedOutput output) {
        assertThat(refused(
                        output,
                        "--spring.profiles.active=demo",
                        "--countersign.simulator.data=" + data.resolve("simulator.json"),
                        "--countersign.simulator.port=18231",
                        "--countersign.aws.endpoint=http://127.0.0.1:8180"))
                .contains("'countersign.aws.endpoint'")
                .contains("The simulator of the demo listens on 127.0.0.1:18231 (countersign.simulator.port)");
        assertThat(data).doesNotExist();
    }

    /** In a servlet environment, Spring takes a relative path for one inside the web application. */
    @ParameterizedTest
    @CsvSource({
        "countersign.audit.key-file, countersign.audit.key-file: no private Ed25519 key",
        "countersign.audit.witness-file, countersign.audit.witness-file: "
    })
    void readsAFileOutsideOfTheWorkingDirectory(String property, String message, CapturedOutput output)
            throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "invalid");
        Path relative = Path.of("").toAbsolutePath().relativize(file.toAbsolutePath());
        assertThat(relative.toString()).startsWith("..");
        assertThat(refused(output, "--" + property + "=" + relative)).contains(message);
        assertThat(data).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            countersign:\\n  demo: true\\n people: hush | line 3, column 2: expected <block end>.
            countersign:\\n  metrics:\\n    token: *hush | line 3, column 12: found undefined alias.
            countersign:\\n  metrics:\\n    token: !hush | line 3, column 12: could not determine a constructor for the tag.
            countersign:\\n  metrics:\\n    token: [hush, 1 | expected ',' or ']'.
            countersign:\\n\\tdemo: hush | line 2, column 1: found character
            countersign:\\n  demo: true\\n  demo: hush | line 3, column 3: found duplicate key demo""")
    void namesFileAndLineOfMalformedYaml(String text, String problem, CapturedOutput output) throws IOException {
        Path file = Files.writeString(
                directory.resolve("broken.yml"), text.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(refused(output, "--spring.config.additional-location=" + file.toUri()))
                .contains("The settings in " + file + " cannot be read: ")
                .contains(problem)
                .doesNotContain("hush");
        assertThat(data).doesNotExist();
    }

    private String refused(CapturedOutput output, String... settings) {
        Map<String, String> args = new TreeMap<>(Map.of(
                "--server.port", "0",
                "--countersign.database.directory", data + "/postgresql",
                "--countersign.audit.key-file", data + "/audit-key.pem",
                "--countersign.audit.witness-file", data + "/audit-witness.json",
                "--countersign.audit.directory", data + "/checkpoints"));
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            args.put(parts[0], parts[1]);
        }
        assertThat(catchThrowable(() -> start(args))).isNotNull();
        assertThat(output.getAll())
                .containsOnlyOnce("APPLICATION FAILED TO START")
                .doesNotContain("\tat ");
        return output.getAll().replaceAll("\\s+", " ");
    }

    private static void start(Map<String, String> args) {
        SpringApplication.run(
                        CountersignApplication.class,
                        args.entrySet().stream().map(Map.Entry::toString).toArray(String[]::new))
                .close();
    }
}
