package io.countersign.connection.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AwsStub;
import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.aws.AwsCallMetrics;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.credential.BaseCredentials;
import io.countersign.connection.registry.ConfiguredConnections;
import io.countersign.connection.registry.HubProperties;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrustedPrincipalResolverTests {

    private AwsStub aws;
    private AwsClients clients;
    private BaseCredentials own;
    private Connection connection;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsStub();
        ConnectionProperties properties = new ConnectionProperties(
                List.of(new ConnectionProperties.Account(
                        "111122223333",
                        "Retail",
                        "aws-us-gov",
                        null,
                        null,
                        null,
                        List.of("us-gov-west-1"),
                        "AKIA",
                        "own-secret")),
                List.of(),
                new ConnectionProperties.Aws(
                        aws.address(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofHours(1)));
        clients = new AwsClients(properties.aws(), new AwsCallMetrics(new SimpleMeterRegistry()));
        own = new BaseCredentials(properties);
        connection = new ConfiguredConnections(properties).all().get(0);
    }

    @AfterEach
    void stop() throws IOException {
        own.close();
        clients.close();
        aws.close();
    }

    private TrustedPrincipalResolver hubs(@Nullable String account, @Nullable String role) {
        return new TrustedPrincipalResolver(new HubProperties(account, role), clients, own);
    }

    @Test
    void trustsOnlyTheConfiguredRole() {
        String role = "arn:aws-us-gov:iam::999900001111:role/countersign";

        assertThat(hubs("999900001111", role).of(connection))
                .isEqualTo(new TrustedPrincipal(role, TrustedPrincipal.Known.CONFIGURED));
        assertThat(aws.requests).isEmpty();
    }

    @Test
    void trustsTheConfiguredAccountInThePartitionOfTheConnection() {
        assertThat(hubs("999900001111", null).of(connection))
                .isEqualTo(new TrustedPrincipal(
                        "arn:aws-us-gov:iam::999900001111:root", TrustedPrincipal.Known.CONFIGURED));
        assertThat(aws.requests).isEmpty();
    }

    @Test
    void asksStsOnlyOnce() {
        aws.answers(
                AwsStub.json(
                        200,
                        "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>999900001111</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"));
        TrustedPrincipalResolver trustedPrincipalResolver = hubs(null, null);

        TrustedPrincipal expected =
                new TrustedPrincipal("arn:aws-us-gov:iam::999900001111:root", TrustedPrincipal.Known.ASKED);
        assertThat(trustedPrincipalResolver.of(connection)).isEqualTo(expected);
        assertThat(trustedPrincipalResolver.of(connection)).isEqualTo(expected);
        assertThat(aws.requests).hasSize(1);
    }

    @Test
    void usesAPlaceholderIfTheAccountIsUnknown() {
        aws.answers(
                AwsStub.json(
                        403,
                        "<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>no</Message></Error></ErrorResponse>"));

        TrustedPrincipal trustedPrincipal = hubs(null, null).of(connection);

        assertThat(trustedPrincipal)
                .isEqualTo(new TrustedPrincipal(
                        "arn:aws-us-gov:iam::HUB_ACCOUNT_ID:root", TrustedPrincipal.Known.NOT_KNOWN));
        assertThat(trustedPrincipal.known()).isFalse();
    }

    @Test
    void namesMalformedProperties() {
        assertThat(new HubProperties("12", "x").problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly("countersign.aws.hub-account-id", "countersign.aws.hub-role-arn");
        assertThat(new HubProperties("999900001111", "arn:aws:iam::999900001111:role/path/countersign").problems())
                .isEmpty();
    }
}
