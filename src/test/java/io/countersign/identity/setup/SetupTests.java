package io.countersign.identity.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.countersign.TestDatabaseProperties;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.RecordedUsers;
import io.countersign.identity.Role;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Tests the creation of the first admin. */
@SpringBootTest
@TestDatabaseProperties
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
class SetupTests {

    private static final String PASSWORD = "four unrelated words of somebody";

    @Autowired
    MockMvc mvc;

    @Autowired
    SetupService setup;

    @Autowired
    SetupTokenPrinter printer;

    @Autowired
    SetupProperties properties;

    @Autowired
    PersonRepository people;

    @Autowired
    JdbcClient jdbc;

    private String token;

    @BeforeEach
    void print(CapturedOutput output) {
        jdbc.sql("update person set enabled = false").update();
        printer.print();
        token = output.getOut()
                .lines()
                .filter(line -> line.startsWith("Setup token: "))
                .reduce((first, last) -> last)
                .orElseThrow()
                .substring("Setup token: ".length());
    }

    @Test
    void createsAnAdminWhoIsSignedInAndContinuesWithTheFirstConnection() throws Exception {
        assertThat(page(get("/login"))).contains("No user exists yet", "href=\"/setup\"");
        assertThat(page(get("/setup"))).contains("Create the first admin").doesNotContain(token);

        MvcResult created = send(token, "ann@example.com", PASSWORD, PASSWORD, true);

        assertThat(created.getResponse().getRedirectedUrl()).isEqualTo("/connections/new");
        assertThat(people.find("ann@example.com")).hasValueSatisfying(ann -> assertThat(ann.roles())
                .containsExactlyInAnyOrder(Role.ADMIN, Role.REVIEWER));
        assertThat(page(get("/passkey?to=/connections/new")
                        .cookie(created.getResponse().getCookies())))
                .contains("You are signed in as ann@example.com.", "Create passkey");
        assertThat(entries())
                .contains("user ann@example.com: none → REVIEWER, ADMIN\nfirst user, created with the setup token");
        assertThat(RecordedUsers.unrecorded(jdbc)).isEmpty();
    }

    @Test
    void writesTheTokenToAFileAndDeletesItAfterTheSetup() throws Exception {
        assertThat(Files.readString(properties.tokenFile()).strip()).isEqualTo(token);
        send(token, "ann", PASSWORD, PASSWORD, false);
        assertThat(properties.tokenFile()).doesNotExist();
    }

    @Test
    void closesAfterTheFirstAdmin() throws Exception {
        send(token, "ann", PASSWORD, PASSWORD, false);

        assertThat(answer(get("/setup")).getRedirectedUrl()).isEqualTo("/login");
        assertThat(send(token, "bob", PASSWORD, PASSWORD, false).getResponse().getRedirectedUrl())
                .isEqualTo("/login");
        assertThat(people.find("bob").filter(Person::enabled)).isEmpty();
        assertThat(page(get("/login"))).doesNotContain("/setup");
    }

    @Test
    void refusesAWrongTokenBeforeEverythingElse() throws Exception {
        for (String wrong : List.of("", "0".repeat(32), token.toUpperCase() + "x", "\u0000", "x".repeat(10_000))) {
            MockHttpServletResponse answer =
                    send(wrong, "", "short", "different", false).getResponse();
            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(answer.getContentAsString()).contains("etup token").doesNotContain("The passwords differ");
        }
        assertThat(setup.open()).isTrue();
    }

    @Test
    void refusesATokenAfterADay() throws Exception {
        jdbc.sql("update setup_token set created_at = created_at - interval '24 hours'")
                .update();
        assertThat(send(token, "ann", PASSWORD, PASSWORD, false).getResponse().getContentAsString())
                .contains("This setup token is unknown or older than 24 hours");
    }

    @Test
    void namesEachWrongFieldAndKeepsTheName() throws Exception {
        String page = send(token, "Änn <b>", "countersign1", "other", false)
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("Enter a username of 1 to 254 letters", "too easy to guess", "The passwords differ")
                .contains("value=\"&Auml;nn &lt;b&gt;\"", "value=\"" + token + "\"")
                .doesNotContain("countersign1");
        assertThat(send(token, "system", PASSWORD, PASSWORD, false)
                        .getResponse()
                        .getContentAsString())
                .contains("Choose another username");
    }

    @Test
    void refusesAPasswordThatContainsTheName() throws Exception {
        assertThat(send(token, "annabelle.jones", "annabelle.jones1", "annabelle.jones1", false)
                        .getResponse()
                        .getContentAsString())
                .contains("too easy to guess");
    }

    @Test
    void createsOneAdminIfTwoTryAtTheSameTime() {
        List<CompletableFuture<Boolean>> both = Stream.of("ann", "bob")
                .map(name ->
                        CompletableFuture.supplyAsync(() -> setup.create(token, name, "{argon2}x", Set.of(Role.ADMIN))))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
        assertThat(Stream.of("ann", "bob")
                        .map(people::find)
                        .flatMap(Optional::stream)
                        .filter(Person::enabled))
                .hasSize(1);
    }

    @Test
    void findsALocalUserWithoutAnAuditEntry() {
        setup.create(token, "ann", "{argon2}x", Set.of(Role.ADMIN));
        jdbc.sql("update person set roles = 'ADMIN,LEAD' where name = 'ann'").update();
        assertThat(RecordedUsers.unrecorded(jdbc))
                .contains("user ann was stored with the roles ADMIN, LEAD, without its entry");
    }

    private MvcResult send(String typedToken, String name, String password, String repeated, boolean reviewer)
            throws Exception {
        var form = post("/setup")
                .with(csrf())
                .param("token", typedToken)
                .param("name", name)
                .param("password", password)
                .param("repeated", repeated);
        return mvc.perform(reviewer ? form.param("reviewer", "true") : form).andReturn();
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private String page(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return answer(request).getContentAsString();
    }

    private List<String> entries() {
        return jdbc.sql("select message from audit_entry where action = 'AUTHORITY_CHANGED'")
                .query(String.class)
                .list();
    }
}
