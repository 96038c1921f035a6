package io.countersign.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AccountState;
import software.amazon.awssdk.services.organizations.model.AccountStatus;
import software.amazon.awssdk.services.organizations.model.OrganizationsException;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;

/** Checks the organization's accounts and their disabled Regions with the AWS SDK. */
class OrganizationsTests {

    private static final String HUB = "666677778888";

    @TempDir
    private Path directory;

    private Simulator simulator;
    private ControlClient control;
    private OrganizationsClient hub;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(new SimulatorOptions(0, null, false));
        control = new ControlClient(simulator);
        hub = organizations(HUB, "us-east-1");
    }

    @AfterEach
    void stop() {
        hub.close();
        simulator.close();
    }

    @Test
    void listsMembersWithTheirStateAndNoExternalAccounts() {
        assertThat(hub.listAccounts().accounts())
                .extracting(Account::id, Account::name, Account::state)
                .contains(
                        tuple("111122223333", "Retail prod", AccountState.ACTIVE),
                        tuple("123412341234", "Legacy web shop", AccountState.SUSPENDED),
                        tuple(HUB, "Countersign hub", AccountState.ACTIVE))
                .doesNotContain(tuple("999988887777", "Contoso Partners", AccountState.ACTIVE));
        assertThat(hub.listAccounts().accounts())
                .allSatisfy(account -> assertThat(account.statusAsString()).isNull())
                .allSatisfy(account -> assertThat(account.arn())
                        .matches("arn:aws:organizations::666677778888:account/o-[a-z0-9]{10,32}/" + account.id()));
    }

    @Test
    void returnsTheRetiredStatusOnlyOnRequest() {
        control.send("PUT", "organization", "{\"status\":true}");
        assertThat(hub.listAccounts().accounts())
                .extracting(Account::id, Account::status)
                .contains(tuple("111122223333", AccountStatus.ACTIVE), tuple("123412341234", AccountStatus.SUSPENDED));
    }

    @Test
    void returnsPagesOfAtMostTwenty() {
        control.send("POST", "fleet", "{\"accounts\":40,\"regions\":[\"eu-west-1\"],\"invitations\":0}");
        var pages = hub.listAccountsPaginator().stream().toList();
        assertThat(pages).extracting(page -> page.accounts().size()).containsExactly(20, 20, 10);
        assertThat(pages.stream().flatMap(page -> page.accounts().stream()).map(Account::id))
                .doesNotHaveDuplicates();
        assertThat(hub.listAccounts(b -> b.maxResults(3)).accounts()).hasSize(3);
        refuses("InvalidInputException", () -> hub.listAccounts(b -> b.maxResults(21)));
        refuses("InvalidInputException", () -> hub.listAccounts(b -> b.nextToken("made up")));
    }

    @Test
    void answersOnlyTheManagementAccountInItsRegion() {
        assertThat(hub.describeOrganization().organization().masterAccountId()).isEqualTo(HUB);
        try (var member = organizations(SdkClients.RECIPIENT, "us-east-1");
                var outsider = organizations("999988887777", "us-east-1");
                var elsewhere = organizations(HUB, "eu-west-1")) {
            assertThat(member.describeOrganization().organization().masterAccountId())
                    .isEqualTo(HUB);
            refuses("AccessDeniedException", member::listAccounts);
            refuses("AWSOrganizationsNotInUseException", outsider::describeOrganization);
            refuses("InvalidSignatureException", elsewhere::listAccounts);
        }
        control.send("PUT", "faults", "[{\"operation\":\"ListAccounts\",\"throttleRate\":1}]");
        refuses("TooManyRequestsException", hub::listAccounts);
    }

    @Test
    void listsAddedAccounts() {
        control.send("POST", "accounts", "{\"account\":\"121212121212\",\"name\":\"New\",\"state\":\"CLOSED\"}");
        assertThat(hub.listAccounts().accounts())
                .extracting(Account::id, Account::name, Account::state)
                .contains(tuple("121212121212", "New", AccountState.CLOSED));
        control.send("POST", "accounts", "{\"account\":\"121212121212\",\"member\":false}");
        assertThat(hub.listAccounts().accounts()).extracting(Account::id).doesNotContain("121212121212");
    }

    @Test
    void refusesKeysInDisabledRegions() {
        control.send("PUT", "regions", "{\"account\":\"111122223333\",\"disabled\":[\"ap-east-1\"]}");
        assertThat(listing("111122223333", "ap-east-1"))
                .isEqualTo("403 UnrecognizedClientException The security token included in the request is invalid.");
        assertThat(listing("111122223333", "eu-west-1")).isEqualTo("200");
        assertThat(listing("222233334444", "ap-east-1")).isEqualTo("200");
        control.send("PUT", "regions", "{\"account\":\"111122223333\",\"disabled\":[]}");
        assertThat(listing("111122223333", "ap-east-1")).isEqualTo("200");
    }

    @Test
    void readsDataOfEarlierVersions() throws IOException {
        var file = Files.writeString(directory.resolve("old.json"), """
                {"version":3,"clockOffset":"PT0S","accounts":["121212121212"],"resources":[],"shares":[],
                 "remembered":[]}""");
        try (var restored = Simulator.start(new SimulatorOptions(0, file, false))) {
            assertThat(new ControlClient(restored).get("accounts").toString()).contains("\"id\":\"121212121212\"");
        }
    }

    private String listing(String account, String region) {
        try (var client =
                new SdkClients(simulator).client("AKIADEMO" + account, "demo", region, Duration.ofSeconds(10))) {
            return String.valueOf(
                    client.listShareInvitations(b -> {}).sdkHttpResponse().statusCode());
        } catch (WellArchitectedException e) {
            return e.statusCode() + " " + e.awsErrorDetails().errorCode() + " "
                    + e.awsErrorDetails().errorMessage();
        }
    }

    private static void refuses(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(OrganizationsException.class))
                .satisfies(e -> {
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                    assertThat(e.awsErrorDetails().errorMessage()).isNotBlank();
                });
    }

    private OrganizationsClient organizations(String account, String region) {
        return OrganizationsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + simulator.port()))
                .region(Region.of(region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIADEMO" + account, "demo")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }
}
