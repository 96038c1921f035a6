package io.countersign.connection.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.countersign.TestDatabaseProperties;
import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Tests the pages and downloads of the roles to create. */
@SpringBootTest(
        properties = {
            "countersign.connections[0].account-id=999900001111",
            "countersign.connections[0].name=Hub",
            "countersign.connections[0].regions[0]=eu-west-1",
            "countersign.connections[0].access-key-id=AKIA",
            "countersign.connections[0].secret-access-key=own-secret",
            "countersign.aws.endpoint=http://127.0.0.1:1"
        })
@TestDatabaseProperties
@AutoConfigureMockMvc
class RolesPagesTests {

    private static final AccountId RETAIL = new AccountId("111122223333");

    @Autowired
    MockMvc mvc;

    @Autowired
    ConnectionService changes;

    private Cookie[] cookies = {};

    @AfterEach
    void empty() {
        changes.remove(RETAIL, "test");
    }

    private MockHttpServletResponse send(String path) throws Exception {
        MockHttpServletRequestBuilder request = get(path).with(user("admin").roles("ADMIN"));
        MockHttpServletResponse answer = mvc.perform(cookies.length == 0 ? request : request.cookie(cookies))
                .andReturn()
                .getResponse();
        cookies = answer.getCookies().length == 0 ? cookies : answer.getCookies();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }

    private String text(String path) throws Exception {
        MockHttpServletResponse answer = send(path);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    @Test
    void keepsTheExternalIdProposedForAConfiguredConnection() throws Exception {
        String page = text("/connections/999900001111/roles");
        Matcher proposed = Pattern.compile("countersign-[0-9a-f]{32}").matcher(page);
        assertThat(proposed.find()).isTrue();

        assertThat(page)
                .contains("New and not in use yet", "role/CountersignReader", "CAPABILITY_NAMED_IAM")
                .contains("HUB_ACCOUNT_ID", "role=\"note\"")
                .doesNotContain("??", "style=", "own-secret");
        assertThat(text("/connections/999900001111/roles.yaml")).contains("Default: \"" + proposed.group() + '"');
        assertThat(text("/connections/999900001111/roles.tf")).contains('"' + proposed.group() + '"');
    }

    @Test
    void showsTheExternalIdOfAPausedConnection() throws Exception {
        changes.add(
                new Connection(RETAIL, "Retail", "aws", null, null, "kept-id", List.of(new Region("eu-west-1"))),
                "admin");
        changes.pause(RETAIL, "admin");

        assertThat(text("/connections/111122223333/roles"))
                .contains("kept-id", "Retail")
                .doesNotContain("New and not in use yet", "??");
        MockHttpServletResponse yaml = send("/connections/111122223333/roles.yaml");
        assertThat(yaml.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"countersign-roles-111122223333.yaml\"");
        assertThat(yaml.getContentType()).isEqualTo("application/yaml;charset=UTF-8");
        assertThat(yaml.getContentAsString()).contains("Default: \"kept-id\"");
        assertThat(send("/connections/111122223333/roles.tf").getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"countersign-roles-111122223333.tf\"");
    }

    @Test
    void offersOneTemplateForAllAccountsWithOneExternalId() throws Exception {
        assertThat(text("/connections/import"))
                .contains("CountersignReader", "CountersignDecider", "aws cloudformation create-stack-set")
                .contains("create-stack-instances", "HUB_ACCOUNT_ID", "arn:aws:iam::*:role/CountersignReader")
                .doesNotContain("??");
        Matcher proposed = Pattern.compile("Default: \"(countersign-[0-9a-f]{32})\"")
                .matcher(text("/connections/import/roles.yaml"));
        assertThat(proposed.find()).isTrue();
        assertThat(text("/connections/import/roles.yaml"))
                .contains("Default: \"CountersignReader\"", "Default: \"CountersignDecider\"");
        assertThat(text("/connections/import/roles.tf"))
                .contains('"' + proposed.group(1) + '"', "\"CountersignReader\"");
        assertThat(send("/connections/import/roles.yaml").getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"countersign-roles.yaml\"");
    }

    @Test
    void keepsTheExternalIdThatSeveralConnectionsShare() throws Exception {
        for (String account : List.of("111122223333", "222233334444")) {
            changes.add(
                    new Connection(
                            new AccountId(account),
                            "One",
                            "aws",
                            null,
                            null,
                            "of-all",
                            List.of(new Region("eu-west-1"))),
                    "admin");
        }
        assertThat(text("/connections/import/roles.yaml")).contains("Default: \"of-all\"");
    }

    private MockHttpServletResponse submit(String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(path).with(user("admin").roles("ADMIN")).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }

    private static final String[] TYPED = {
        "accountId", "1111 2222 3333", "name", "Retail <b>", "externalId", "agreed-id", "regions", "eu-west-1"
    };

    @Test
    void showsTheRolesBeforeTheConnectionIsSaved() throws Exception {
        String page = submit("/connections/roles", TYPED).getContentAsString();
        assertThat(page)
                .contains("not saved yet", "Retail &lt;b&gt;", "CAPABILITY_NAMED_IAM", "agreed-id")
                .contains("name=\"roleArn\" value=\"arn:aws:iam::111122223333:role/CountersignReader\"")
                .contains("name=\"deciderRoleArn\" value=\"arn:aws:iam::111122223333:role/CountersignDecider\"")
                .doesNotContain("??", "href=\"/connections/111122223333");
        MockHttpServletResponse yaml = submit("/connections/roles.yaml", TYPED);
        assertThat(yaml.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"countersign-roles-111122223333.yaml\"");
        assertThat(yaml.getContentAsString()).contains("Default: \"agreed-id\"");
        assertThat(submit("/connections/roles.tf", TYPED).getContentAsString()).contains("agreed-id");
        assertThat(send("/connections/111122223333/roles").getStatus()).isEqualTo(404);
    }

    @Test
    void continuesWithTheTypedValues() throws Exception {
        assertThat(submit("/connections/new", TYPED).getContentAsString())
                .contains("value=\"1111 2222 3333\"", "value=\"Retail &lt;b&gt;\"", "value=\"agreed-id\"")
                .containsPattern("value=\"eu-west-1\" checked");
    }

    @Test
    void showsErrorsInsteadOfRoles() throws Exception {
        MockHttpServletResponse page = submit("/connections/roles", "accountId", "12", "externalId", "agreed-id");
        assertThat(page.getStatus()).isEqualTo(400);
        assertThat(page.getContentAsString()).contains("an account ID has exactly 12 digits", "id=\"accountId\"");
        assertThat(submit("/connections/roles.yaml", "accountId", "12").getStatus())
                .isEqualTo(400);
    }

    @Test
    void refusesUnknownConnections() throws Exception {
        assertThat(send("/connections/12/roles").getStatus()).isEqualTo(404);
        assertThat(send("/connections/555566667777/roles").getStatus()).isEqualTo(404);
        assertThat(send("/connections/555566667777/roles.yaml").getStatus()).isEqualTo(404);
    }
}
