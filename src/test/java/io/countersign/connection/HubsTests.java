package io.countersign.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubsTests {

    private AwsStub aws;
    private AwsClients clients;
    private OwnCredentials own;
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
        clients = new AwsClients(properties.aws(), new CallMetrics(new SimpleMeterRegistry()));
        own = new OwnCredentials(properties);
        connection = new ConfiguredConnections(properties).all().get(0);
    }

    @AfterEach
    void stop() throws IOException {
        own.close();
        clients.close();
        aws.close();
    }

    private Hubs hubs(@Nullable String account, @Nullable String role) {
        return new Hubs(new HubProperties(account, role), clients, own);
    }

    @Test
    void theConfiguredRoleIsTrustedAlone() {
        String role = "arn:aws-us-gov:iam::999900001111:role/countersign";

        assertThat(hubs("999900001111", role).of(connection)).isEqualTo(new Hub(role, Hub.Known.CONFIGURED));
        assertThat(aws.requests).isEmpty();
    }

    @Test
    void theConfiguredAccountIsTrustedInThePartitionOfTheConnection() {
        assertThat(hubs("999900001111", null).of(connection))
                .isEqualTo(new Hub("arn:aws-us-gov:iam::999900001111:root", Hub.Known.CONFIGURED));
        assertThat(aws.requests).isEmpty();
    }

    @Test
    void stsIsAskedOnceWhoWeAre() {
        aws.answers(
                AwsStub.json(
                        200,
                        "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>999900001111</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"));
        Hubs hubs = hubs(null, null);

        Hub expected = new Hub("arn:aws-us-gov:iam::999900001111:root", Hub.Known.ASKED);
        assertThat(hubs.of(connection)).isEqualTo(expected);
        assertThat(hubs.of(connection)).isEqualTo(expected);
        assertThat(aws.requests).hasSize(1);
    }

    @Test
    void aPlaceholderStandsWhereNobodyKnows() {
        aws.answers(
                AwsStub.json(
                        403,
                        "<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>no</Message></Error></ErrorResponse>"));

        Hub hub = hubs(null, null).of(connection);

        assertThat(hub).isEqualTo(new Hub("arn:aws-us-gov:iam::HUB_ACCOUNT_ID:root", Hub.Known.NOT_KNOWN));
        assertThat(hub.known()).isFalse();
    }

    @Test
    void malformedPropertiesAreNamed() {
        assertThat(new HubProperties("12", "x").problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly("countersign.aws.hub-account-id", "countersign.aws.hub-role-arn");
        assertThat(new HubProperties("999900001111", "arn:aws:iam::999900001111:role/path/countersign").problems())
                .isEmpty();
    }
}
