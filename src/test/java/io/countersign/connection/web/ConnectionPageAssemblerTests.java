package io.countersign.connection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.countersign.SignedIn;
import io.countersign.TestDatabaseProperties;
import io.countersign.connection.AccountId;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import io.countersign.connection.organization.OrganizationAccount;
import io.countersign.connection.organization.OrganizationAccountRepository;
import io.countersign.connection.organization.OrganizationOutcome;
import io.countersign.connection.organization.OrganizationReader;
import io.countersign.connection.registry.ConnectionService;
import io.countersign.connection.registry.StoredConnectionRepository;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Tests the pages as an admin with the whole application. */
@SpringBootTest(
        properties = {
            "countersign.connections[0].account-id=999900001111",
            "countersign.connections[0].name=Hub",
            "countersign.connections[0].regions[0]=eu-west-1",
            "countersign.aws.endpoint=http://127.0.0.1:1"
        })
@TestDatabaseProperties
@AutoConfigureMockMvc
class ConnectionPageAssemblerTests {

    private static final AccountId RETAIL = new AccountId("111122223333");
    private static final Connection STORED = new Connection(
            RETAIL,
            "Retail <b>’s",
            "aws",
            "arn:aws:iam::111122223333:role/reader",
            null,
            "kept-id",
            List.of(new Region("eu-west-1")));

    /** The organization of the hub: three accounts, one of them suspended. */
    @TestConfiguration
    static class Fakes {

        @Bean
        @Primary
        OrganizationReader organization() {
            return via -> via.isPresent()
                    ? new OrganizationOutcome.NotListed(
                            new AwsFailure(AwsFailure.Kind.ACCESS_DENIED, "no", "AccessDeniedException", null))
                    : new OrganizationOutcome.Listed(List.of(
                            new OrganizationAccount(new AccountId("999900001111"), "hub", "ACTIVE"),
                            new OrganizationAccount(RETAIL, "retail-prod", "ACTIVE"),
                            new OrganizationAccount(new AccountId("222233334444"), "logistics", "ACTIVE"),
                            new OrganizationAccount(new AccountId("444455556666"), "closed", "SUSPENDED")));
        }
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    ConnectionService changes;

    @Autowired
    StoredConnectionRepository stored;

    @Autowired
    OrganizationAccountRepository organization;

    @AfterEach
    void empty() {
        stored.all().forEach(each -> changes.remove(each.account(), "test"));
        organization.replace(List.of());
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = mvc.perform(request.with(csrf()).with(SignedIn.as("admin", "ADMIN")))
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }

    private String page(String path) throws Exception {
        MockHttpServletResponse answer = send(get(path));
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private static MockHttpServletRequestBuilder form(String path, Map<String, String> typed, String... regions) {
        MockHttpServletRequestBuilder request = post(path).param("regions", regions);
        typed.forEach(request::param);
        return request;
    }

    @Test
    void listsConfiguredAndAddedConnections() throws Exception {
        changes.add(STORED, "admin");

        assertThat(page("/connections"))
                .contains("2 AWS accounts", "Hub", "Configuration", "Retail &lt;b&gt;’s", ">Countersign</span>")
                .contains("9999 0000 1111", "Not read yet", "href=\"/coverage?account=111122223333\"")
                .contains("aria-current=\"page\">Connections</a>")
                .doesNotContain("<b>’s", "style=", "kept-id");
        assertThat(page("/connections?text=retail"))
                .contains("1 AWS account matches")
                .doesNotContain(">Hub<");
        assertThat(page("/connections?text=none")).contains("No connections match");
    }

    @Test
    void showsANewFormWithExternalIdAndRegions() throws Exception {
        assertThat(page("/connections/new"))
                .containsPattern("value=\"countersign-[0-9a-f]{32}\"")
                .containsPattern("name=\"externalId\"[^>]*>\\s*<button[^>]*data-copy=\"countersign-[0-9a-f]{32}\"")
                .contains("value=\"eu-west-1\"", "Europe (Ireland)", "value=\"us-gov-west-1\"", "GovCloud")
                .doesNotContain("checked=", "??");
    }

    @Test
    void showsEveryFieldOnce() throws Exception {
        String page = page("/connections/new");

        for (String field : List.of("accountId", "name", "roleArn", "deciderRoleArn", "externalId")) {
            assertThat(page).containsOnlyOnce(" name=\"" + field + "\"");
        }
    }

    @Test
    void addsAConnectionAndRedirectsToIt() throws Exception {
        MockHttpServletResponse answer = send(form(
                "/connections",
                Map.of(
                        "accountId", " 1111 2222 3333",
                        "name", " Retail ",
                        "externalId", "agreed-id",
                        "roleArn", "arn:aws:iam::111122223333:role/reader"),
                "eu-west-1",
                "us-east-1"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/connections/111122223333");
        assertThat(stored.find(RETAIL).orElseThrow().connection())
                .isEqualTo(new Connection(
                        RETAIL,
                        "Retail",
                        "aws",
                        "arn:aws:iam::111122223333:role/reader",
                        null,
                        "agreed-id",
                        List.of(new Region("eu-west-1"), new Region("us-east-1"))));
        assertThat(page("/connections/111122223333")).contains("agreed-id", "last changed by admin");
        assertThat(page("/history?action=CONNECTION_CHANGED"))
                .contains("connection added", "name: none → Retail", "Regions: none → eu-west-1, us-east-1")
                .doesNotContain("agreed-id");
    }

    @Test
    void showsErrorsByFieldAndKeepsTheInput() throws Exception {
        MockHttpServletResponse answer = send(form(
                "/connections",
                Map.of(
                        "accountId", "12",
                        "name", "",
                        "roleArn", "arn:aws:iam::1:role/<x>",
                        "externalId", "ä"),
                "eu-west-1",
                "us-gov-west-1"));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString())
                .contains("<title>Error:", "href=\"#accountId\"", "href=\"#regions\"")
                .contains("Account ID: an account ID has exactly 12 digits, not &quot;12&quot;.")
                .contains("Name: a name has 1 to 100 characters")
                .contains("Reader role ARN: a role ARN looks like")
                .contains("External ID: has 2 to 1224")
                .contains("Regions: &quot;us-gov-west-1&quot; is of partition aws-us-gov")
                .contains("value=\"12\"", "value=\"arn:aws:iam::1:role/&lt;x&gt;\"", "value=\"&auml;\"")
                .containsPattern("value=\"us-gov-west-1\" checked");
        assertThat(stored.all()).isEmpty();
    }

    @Test
    void refusesToAddOrChangeAConfiguredAccount() throws Exception {
        MockHttpServletResponse answer = send(form(
                "/connections", Map.of("accountId", "999900001111", "name", "x", "externalId", "xx"), "eu-west-1"));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("this account is already connected");
        assertThat(page("/connections/999900001111"))
                .contains("Managed in the configuration file")
                .doesNotContain("/removal");
        assertThat(send(post("/connections/999900001111/pause")).getStatus()).isEqualTo(404);
    }

    @Test
    void showsTheStoredValuesToTheSecondOfTwoEdits() throws Exception {
        changes.add(STORED, "admin");
        int seen = stored.find(RETAIL).orElseThrow().version();
        String storedVersion = String.valueOf(seen + 1);
        changes.change(STORED.named("Theirs"), seen, "ann");

        MockHttpServletResponse refused = send(form(
                "/connections/111122223333",
                Map.of("name", "Mine", "externalId", "kept-id", "version", String.valueOf(seen)),
                "eu-west-2"));

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString())
                .contains(
                        "ann changed this connection",
                        "name: Mine → Theirs",
                        "value=\"Mine\"",
                        "name=\"version\" value=\"" + storedVersion + "\"")
                .containsPattern("value=\"eu-west-2\" checked");
        assertThat(stored.find(RETAIL).orElseThrow().connection().name()).isEqualTo("Theirs");

        send(form(
                "/connections/111122223333",
                Map.of("name", "Mine", "externalId", "kept-id", "version", storedVersion),
                "eu-west-2"));
        assertThat(stored.find(RETAIL).orElseThrow().connection().name()).isEqualTo("Mine");
    }

    @Test
    void storesAProposedExternalIdOnlyWithTheForm() throws Exception {
        changes.add(STORED, "admin");

        assertThat(page("/connections/111122223333?external-id=new"))
                .contains("not saved yet")
                .containsPattern("value=\"countersign-[0-9a-f]{32}\"");
        assertThat(stored.find(RETAIL).orElseThrow().connection()).isEqualTo(STORED);
    }

    @Test
    void pausesResumesAndRemovesAfterConfirmation() throws Exception {
        changes.add(STORED, "admin");

        send(post("/connections/111122223333/pause"));
        assertThat(page("/connections/111122223333")).contains("Paused", "/resume");
        send(post("/connections/111122223333/resume"));
        assertThat(stored.find(RETAIL).orElseThrow().paused()).isFalse();

        assertThat(page("/connections/111122223333/removal")).contains("Remove Retail", "audit log entries are kept");
        assertThat(send(post("/connections/111122223333/removal")).getRedirectedUrl())
                .isEqualTo("/connections");
        assertThat(stored.all()).isEmpty();
        assertThat(send(post("/connections/111122223333/removal")).getStatus()).isEqualTo(404);
    }

    @Test
    void testsTheInputWithoutStoringIt() throws Exception {
        Map<String, String> typed = Map.of("accountId", "111122223333", "name", "Retail", "externalId", "typed-id");

        MockHttpServletResponse answer = send(form("/connections/tests", typed, "eu-west-1"));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .contains("Connection test", "Failed", "No AWS credentials were found")
                .contains("Depends on the failed step above", "32 zeros", "value=\"typed-id\"")
                .doesNotContain("??");
        assertThat(stored.all()).isEmpty();
        assertThat(send(form("/connections/tests", typed)).getStatus()).isEqualTo(400);
    }

    @Test
    void testsConfiguredAndStoredConnections() throws Exception {
        changes.add(STORED, "admin");

        assertThat(send(post("/connections/999900001111/tests")).getContentAsString())
                .contains("Connection test", "Managed in the configuration file");
        assertThat(send(form(
                                "/connections/111122223333/tests",
                                Map.of("name", "Other", "externalId", "kept-id", "version", "1"),
                                "eu-west-2"))
                        .getContentAsString())
                .contains("Connection test", "value=\"Other\"");
        assertThat(stored.find(RETAIL).orElseThrow().connection()).isEqualTo(STORED);
    }

    @Test
    void importsSelectedAccountsOfTheOrganization() throws Exception {
        assertThat(page("/connections/import")).contains("have not been loaded yet");

        assertThat(send(post("/connections/import").param("via", "")).getRedirectedUrl())
                .isEqualTo("/connections/import");
        assertThat(page("/connections/import"))
                .contains(
                        "4 accounts found: 1 connected, 2 available, 1 not active",
                        "value=\"111122223333\"",
                        "Suspended")
                .contains("arn:aws:iam::{account}:role/CountersignReader", "{account} is replaced by")
                .doesNotContain("value=\"444455556666\"", "??");

        MockHttpServletResponse done = send(post("/connections/import/choices")
                .param("accounts", "111122223333", "444455556666", "999900001111")
                .param("rolePattern", "arn:aws:iam::{account}:role/R")
                .param("regions", "eu-west-1", "eu-west-2"));

        assertThat(done.getRedirectedUrl()).isEqualTo("/connections");
        assertThat(stored.all()).singleElement().satisfies(each -> {
            assertThat(each.connection().name()).isEqualTo("retail-prod");
            assertThat(each.connection().roleArn()).isEqualTo("arn:aws:iam::111122223333:role/R");
            assertThat(each.connection().externalId()).matches("countersign-[0-9a-f]{32}");
            assertThat(each.connection().sources()).hasSize(2);
            assertThat(each.namedHere()).isFalse();
        });
    }

    @Test
    void testsTheSelectedAccountsAtOnceAndExplainsEachFailureWithoutConnecting() throws Exception {
        send(post("/connections/import"));

        MockHttpServletResponse tested = send(post("/connections/import/tests")
                .param("all", "true")
                .param("rolePattern", "arn:aws:iam::{account}:role/R")
                .param("regions", "eu-west-1"));
        assertThat(tested.getStatus()).isEqualTo(200);
        assertThat(tested.getContentAsString())
                .contains("0 of 2 accounts work", "href=\"#roles\">Role template")
                .containsPattern("name=\"all\" value=\"true\"[^>]*checked");
        assertThat(stored.all()).isEmpty();
        assertThat(send(post("/connections/import/tests").param("regions", "eu-west-1"))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void acceptsTheRegionsOfAPreset() throws Exception {
        changes.add(STORED, "admin");
        send(post("/connections/import"));
        assertThat(page("/connections/import")).contains("Same as the other connections");
        for (Region used : STORED.regions()) {
            assertThat(page("/connections/import")).containsPattern("value=\"" + used + "\"[^>]* checked");
        }
        assertThat(send(post("/connections/import/choices").param("regions", "eu-central-2"))
                        .getContentAsString())
                .containsPattern("value=\"eu-central-2\"[^>]* checked")
                .doesNotContainPattern("value=\"" + STORED.regions().get(0) + "\"[^>]* checked");

        send(post("/connections/import/choices")
                .param("all", "true")
                .param("regions", "eu-west-1,us-east-2", "us-east-2"));
        assertThat(stored.all())
                .filteredOn(each -> !each.account().equals(STORED.account()))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.connection().regions())
                        .containsExactly(new Region("eu-west-1"), new Region("us-east-2")));
    }

    @Test
    void asksForAnAccountIdWithoutQuotingAnEmptyValue() throws Exception {
        MockHttpServletResponse refused = send(form(
                "/connections",
                Map.of("name", "Retail", "externalId", "agreed", "roleArn", "arn:aws:iam::111122223333:role/R"),
                "eu-west-1"));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString())
                .contains("Account ID: enter a 12-digit account ID.")
                .doesNotContain("not &quot;&quot;", "of &quot;&quot;");
    }

    @Test
    void importsAllEligibleAccountsWithOneExternalId() throws Exception {
        send(post("/connections/import"));

        send(post("/connections/import/choices")
                .param("all", "true")
                .param("externalId", "for-all")
                .param("regions", "eu-west-1"));

        assertThat(stored.all())
                .extracting(each -> each.connection().externalId())
                .containsExactly("for-all", "for-all");
    }

    @Test
    void keepsInputAndSelectionOfAnInvalidImport() throws Exception {
        send(post("/connections/import"));

        MockHttpServletResponse nothing = send(post("/connections/import/choices")
                .param("rolePattern", "arn:aws:iam::1:role/R")
                .param("deciderPattern", ""));
        assertThat(nothing.getStatus()).isEqualTo(400);
        assertThat(nothing.getContentAsString())
                .contains("Accounts: select at least one.", "Reader role ARN: include {account}")
                .contains("value=\"arn:aws:iam::1:role/R\"");

        MockHttpServletResponse wrong = send(post("/connections/import/choices")
                .param("accounts", "111122223333")
                .param("rolePattern", "role/{account}")
                .param("regions", "us-gov-west-1"));
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(wrong.getContentAsString())
                .contains("Reader role ARN: a role ARN looks like")
                .containsPattern("value=\"111122223333\"[^>]* checked");
        assertThat(stored.all()).isEmpty();
    }

    @Test
    void explainsAFailedImportAndChangesNothing() throws Exception {
        send(post("/connections/import"));

        MockHttpServletResponse answer = send(post("/connections/import").param("via", "999900001111"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/connections/import");
        assertThat(page("/connections/import")).contains("4 accounts");
    }

    @Test
    void distinguishesMalformedFromUnknownAccounts() throws Exception {
        assertThat(send(get("/connections/12")).getStatus()).isEqualTo(404);
        assertThat(send(get("/connections/222233334444")).getStatus()).isEqualTo(404);
        changes.add(STORED, "admin");
        assertThat(send(form(
                                "/connections/111122223333",
                                Map.of("name", "x", "externalId", "xx", "version", "latest"),
                                "eu-west-1"))
                        .getStatus())
                .isEqualTo(409);
    }
}
