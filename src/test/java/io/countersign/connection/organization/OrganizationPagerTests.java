package io.countersign.connection.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AccountId;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.AwsStub;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.Region;
import io.countersign.connection.aws.AwsCallMetrics;
import io.countersign.connection.aws.AwsClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class OrganizationPagerTests {

    private AwsStub aws;
    private AwsClients clients;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsStub();
        Duration brief = Duration.ofSeconds(2);
        clients = new AwsClients(
                new ConnectionProperties.Aws(aws.address(), brief, brief, brief, brief, Duration.ofHours(1)),
                new AwsCallMetrics(new SimpleMeterRegistry()));
    }

    @AfterEach
    void stop() throws IOException {
        clients.close();
        aws.close();
    }

    private OrganizationOutcome read() {
        return new OrganizationPager(
                        clients.organizations(new Region("us-east-1")),
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA", "secret")))
                .read();
    }

    private static AwsStub.Reply page(String accounts, String token) {
        return AwsStub.json(200, "{\"Accounts\":[" + accounts + "]" + token + "}");
    }

    @Test
    void readsAllPagesAndPrefersStateToStatus() {
        aws.answersNext(page(
                "{\"Id\":\"111122223333\",\"Name\":\" a\\u0000b \",\"State\":\"SUSPENDED\",\"Status\":\"ACTIVE\"}",
                ",\"NextToken\":\"t\""));
        aws.answersNext(page(
                "{\"Id\":\"222233334444\",\"Status\":\"ACTIVE\"},{\"Id\":\"333344445555\",\"Name\":\"c\",\"State\":\"NOVEL\"},"
                        + "{\"Id\":\"444455556666\",\"Name\":\"d\"}",
                ""));

        assertThat(read())
                .isEqualTo(new OrganizationOutcome.Listed(List.of(
                        new OrganizationAccount(new AccountId("111122223333"), "a\ufffdb", "SUSPENDED"),
                        new OrganizationAccount(new AccountId("222233334444"), "222233334444", "ACTIVE"),
                        new OrganizationAccount(new AccountId("333344445555"), "c", "NOVEL"),
                        new OrganizationAccount(new AccountId("444455556666"), "d", "UNKNOWN"))));
        assertThat(aws.bodies.get(0)).contains("\"MaxResults\":20");
        assertThat(aws.bodies.get(1)).contains("\"NextToken\":\"t\"");
    }

    @Test
    void removesBidiOverridesAndInvisibleCharactersFromNames() {
        aws.answersNext(page(
                "{\"Id\":\"111122223333\",\"Name\":\"a\\u202eb\"},{\"Id\":\"222233334444\",\"Name\":\"\\u200b \\u2060\"}",
                ""));

        assertThat(read())
                .isEqualTo(new OrganizationOutcome.Listed(List.of(
                        new OrganizationAccount(new AccountId("111122223333"), "a\ufffdb", "UNKNOWN"),
                        new OrganizationAccount(new AccountId("222233334444"), "222233334444", "UNKNOWN"))));
    }

    @Test
    void returnsNoAccountsIfAPageFails() {
        aws.answersNext(page("{\"Id\":\"111122223333\",\"Name\":\"a\",\"State\":\"ACTIVE\"}", ",\"NextToken\":\"t\""));
        aws.answers(AwsStub.error(400, "AccessDeniedException", "no"));

        assertThat(kind(read())).isEqualTo(AwsFailure.Kind.ACCESS_DENIED);
    }

    @Test
    void refusesARepeatedTokenAndAnInvalidId() {
        aws.answers(page("", ",\"NextToken\":\"again\""));
        assertThat(kind(read())).isEqualTo(AwsFailure.Kind.BAD_ANSWER);

        aws.answers(page("{\"Id\":\"x\"}", ""));
        assertThat(kind(read())).isEqualTo(AwsFailure.Kind.BAD_ANSWER);
    }

    private static AwsFailure.Kind kind(OrganizationOutcome outcome) {
        assertThat(outcome).isInstanceOf(OrganizationOutcome.NotListed.class);
        return ((OrganizationOutcome.NotListed) outcome).failure().kind();
    }
}
