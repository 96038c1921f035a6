package io.countersign.connection.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.countersign.SignedIn;
import io.countersign.TestDatabaseProperties;
import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.Region;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.credential.BaseCredentials;
import io.countersign.connection.organization.OrganizationAccount;
import io.countersign.connection.organization.OrganizationAccountRepository;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

/** Tests that the pages offer the Regions that answered a test. Here, each Region answers except those in Asia. */
@SpringBootTest
@TestDatabaseProperties
@AutoConfigureMockMvc
class AnsweredRegionsTests {

    private static final String OFFER = "name=\"answered\" value=\"eu-west-1,us-east-1\"";

    @TestConfiguration(proxyBeanMethods = false)
    static class Fakes {

        @Bean
        @Primary
        ConnectionTestService tests(AwsClients clients, BaseCredentials own, ConnectionProperties properties) {
            return new ConnectionTestService(clients, own, properties) {
                @Override
                TestReport run(Connection connection, String person) {
                    return new TestReport(connection.regions().stream()
                            .map(AnsweredRegionsTests::listed)
                            .toList());
                }
            };
        }
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationAccountRepository organization;

    @Test
    void selectsTheRegionsThatAnsweredForANewConnection() throws Exception {
        assertThat(tested("/connections/tests", "eu-west-1", "us-east-1")).doesNotContain("name=\"answered\"");
        String page = tested("/connections/tests", "eu-west-1", "ap-east-1", "us-east-1");
        assertThat(page).contains(OFFER, "eu-west-1, us-east-1</span>").containsPattern(selected("ap-east-1"));

        String again = send(form("/connections/tests", "eu-west-1", "ap-east-1", "us-east-1")
                .param("answered", "eu-west-1,us-east-1"));
        assertThat(again)
                .containsPattern(selected("eu-west-1"))
                .containsPattern(selected("us-east-1"))
                .doesNotContainPattern(selected("ap-east-1"))
                .doesNotContain("name=\"answered\"");
    }

    @Test
    void selectsTheRegionsThatAnsweredForAnImport() throws Exception {
        organization.replace(List.of(new OrganizationAccount(new AccountId("111122223333"), "retail-prod", "ACTIVE")));
        try {
            assertThat(tested("/connections/import/tests", "eu-west-1", "ap-east-1", "us-east-1"))
                    .contains(OFFER);
            assertThat(send(form("/connections/import/tests", "ap-east-1").param("answered", "eu-west-1")))
                    .containsPattern(selected("eu-west-1"))
                    .doesNotContainPattern(selected("ap-east-1"));
        } finally {
            organization.replace(List.of());
        }
    }

    @Test
    void ignoresAccountsOfWhichNoRegionAnswered() {
        assertThat(BulkConnectionTest.answered(List.of(
                        result("eu-west-1", "us-east-1", "eu-west-2"), result(), result("us-east-1", "eu-west-1"))))
                .containsExactly("eu-west-1", "us-east-1");
        assertThat(BulkConnectionTest.answered(List.of(result()))).isEmpty();
    }

    private static BulkConnectionTest.Result result(String... answered) {
        return new BulkConnectionTest.Result("111122223333", "Retail", List.of(), List.of(answered));
    }

    private static TestStep listed(Region region) {
        return TestStep.of(
                TestStep.Kind.LIST,
                region,
                region.value().startsWith("ap-")
                        ? new TestStepResult.Failed("failure.REGION_NOT_ENABLED", null)
                        : new TestStepResult.Passed(null));
    }

    private static String selected(String region) {
        return "name=\"regions\" value=\"" + region + "\"[^>]*checked";
    }

    private String tested(String path, String... regions) throws Exception {
        return send(form(path, regions));
    }

    private static MockHttpServletRequestBuilder form(String path, String... regions) {
        return post(path)
                .param("regions", regions)
                .param("accountId", "111122223333")
                .param("name", "Retail")
                .param("externalId", "agreed")
                .param("all", "true");
    }

    private String send(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = mvc.perform(request.with(csrf()).with(SignedIn.as("admin", "ADMIN")))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer.getContentAsString();
    }
}
