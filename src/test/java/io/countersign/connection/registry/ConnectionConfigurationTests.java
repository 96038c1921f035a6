package io.countersign.connection.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.Connections;
import io.countersign.connection.KnownAccounts;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.connection.validation.InvalidConnectionsException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ConnectionConfigurationTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withBean(SimpleMeterRegistry.class)
            .withBean(InstantSource.class, InstantSource::system)
            .withUserConfiguration(ConnectionConfiguration.class);

    @Test
    void startsWithoutConnections() {
        runner.run(
                context -> assertThat(context.getBean(Connections.class).all()).isEmpty());
    }

    @Test
    void configuresFourAccountsAndTwoOwnersInTheDemo() {
        runner.withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.profiles.active=demo")
                .run(context -> {
                    assertThat(context.getBean(Connections.class).sources()).hasSize(12);
                    assertThat(context.getBean(Connections.class).all())
                            .as("CloudTrail names the user")
                            .allSatisfy(
                                    demo -> assertThat(demo.deciderRoleArn()).endsWith(":role/CountersignDecider"));
                    assertThat(context.getBean(KnownAccounts.class).find("999988887777"))
                            .hasValueSatisfying(
                                    owner -> assertThat(owner.internal()).isFalse());
                });
    }

    @Test
    void printsEveryProblemWithoutStackTraceOrKeys(CapturedOutput output) {
        SpringApplication application = new SpringApplicationBuilder(ConnectionConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "countersign.connections[0].account-id=12",
                        "countersign.connections[0].name=Retail",
                        "countersign.connections[0].secret-access-key=hush")
                .build();

        assertThat(catchThrowable(application::run)).isNotNull();

        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("countersign.connections[0].account-id: an account ID has exactly 12 digits, not \"12\"")
                .contains("countersign.connections[0].regions: select at least one Region")
                .doesNotContain("hush", "\tat io.countersign");
    }

    @ParameterizedTest
    @CsvSource({
        "aws.useFipsEndpoint, AWS_USE_FIPS_ENDPOINT, countersign.aws.endpoint",
        "aws.useDualstackEndpoint, AWS_USE_DUALSTACK_ENDPOINT, countersign.aws.endpoint",
        "aws.useFipsEndpoint, AWS_USE_FIPS_ENDPOINT, countersign.audit.bucket.endpoint",
        "aws.useFipsEndpoint, AWS_USE_FIPS_ENDPOINT, AWS_ENDPOINT_URL_WELLARCHITECTED"
    })
    void refusesEndpointsThatTheSdkCannotCombine(String property, String name, String endpoint) {
        System.setProperty(property, "true");
        try {
            runner.withPropertyValues(endpoint + "=http://127.0.0.1:8180")
                    .run(context -> assertThat(context.getStartupFailure())
                            .isInstanceOf(InvalidConnectionsException.class)
                            .hasMessageStartingWith(endpoint + ": cannot be combined with " + name));
            runner.run(context -> assertThat(context).hasNotFailed());
        } finally {
            System.clearProperty(property);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY",
        "aws.sessionToken, AWS_ACCESS_KEY_ID, AWS_SESSION_TOKEN"
    })
    void refusesHalfAKey(String set, String missing, String other) {
        runner.withPropertyValues(set + "=hush").run(context -> assertThat(context.getStartupFailure())
                .isInstanceOf(InvalidConnectionsException.class)
                .hasMessage(missing + ": is missing; set it as well, or remove " + other));
    }

    @Test
    void acceptsWholeKeys() {
        runner.withPropertyValues("AWS_ACCESS_KEY_ID=a", "aws.secretAccessKey=b", "AWS_SESSION_TOKEN=c")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void warnsAboutARegionThatTheSdkDoesNotList(CapturedOutput output) {
        runner.withPropertyValues(
                        "countersign.connections[0].account-id=111122223333",
                        "countersign.connections[0].name=Retail",
                        "countersign.connections[0].regions[0]=eu-west-9")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output.getAll()).contains("111122223333/eu-west-9: the AWS SDK does not list");
    }

    @Test
    void hasATextForEveryFailureAndKnownValue() throws IOException {
        assertThat(words("connection"))
                .containsAll(Stream.of(AwsFailure.Kind.values())
                        .flatMap(kind -> Stream.of("failure." + kind, "failure." + kind + ".short"))
                        .toList());
        assertThat(words("site"))
                .containsAll(ResourceType.KNOWN.stream()
                        .map(type -> "site.type." + type)
                        .toList())
                .containsAll(Permission.KNOWN.stream()
                        .map(permission -> "site.permission." + permission)
                        .toList());
    }

    private static Set<String> words(String module) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                AwsFailure.class.getResourceAsStream("/messages/" + module + ".properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words.stringPropertyNames();
    }
}
