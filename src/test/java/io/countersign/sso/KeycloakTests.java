package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabaseProperties;
import io.countersign.audit.AuditEntry;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.Role;
import io.countersign.running.ApplicationProcess;
import io.countersign.running.Await;
import io.countersign.sso.WebVisitor.Page;
import io.countersign.team.Team;
import io.countersign.team.web.TeamService;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signs in through the pages of a real Keycloak, which starts beside the application. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "server.address=127.0.0.1",
            "countersign.connections=",
            "countersign.identity.mappings[0].group=countersign-reviewers",
            "countersign.identity.mappings[0].roles=REVIEWER",
            "countersign.identity.mappings[1].group=countersign-leads",
            "countersign.identity.mappings[1].roles=LEAD",
            "countersign.identity.mappings[1].teams=Platform:LEAD",
            "spring.security.oauth2.client.registration.keycloak.client-id=countersign",
            "spring.security.oauth2.client.registration.keycloak.client-secret=only-for-trials",
            "spring.security.oauth2.client.registration.keycloak.client-name=Keycloak"
        })
@TestDatabaseProperties
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class KeycloakTests {

    private static final int PORT = ApplicationProcess.freePort();
    private static final String APPLICATION = "http://127.0.0.1:" + PORT;
    private static final Keycloak KEYCLOAK = new Keycloak(APPLICATION);
    private static final String SIGN_IN = APPLICATION + "/oauth2/authorization/keycloak";

    /** The pause between two requests to Keycloak, the pause of the job, and a request. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Autowired
    PersonRepository people;

    @Autowired
    TeamService teams;

    private final WebVisitor visitor = new WebVisitor();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("server.port", () -> PORT);
        settings.add("countersign.identity.refresh-every", () -> "10s");
        settings.add("spring.security.oauth2.client.provider.keycloak.issuer-uri", KEYCLOAK::issuer);
    }

    @BeforeAll
    static void await() {
        KEYCLOAK.await();
    }

    @AfterAll
    static void stop() {
        KEYCLOAK.close();
    }

    @Test
    void signsUsersInWithTheRolesOfTheirGroups() throws Exception {
        assertThat(visitor.get(APPLICATION + "/login").body()).contains("Sign in with Keycloak");

        Page page = signIn("kim");

        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.uri()).hasToString(APPLICATION + "/");
        assertThat(people.find("kim").orElseThrow().roles()).containsExactly(Role.LEAD);
    }

    @Test
    void putsUsersIntoTheTeamsOfTheirGroups() throws Exception {
        long platform = teams.add(new Team("Platform", Map.of(), Map.of()), AuditEntry.SYSTEM);
        try {
            signIn("kim");
            assertThat(visitor.get(APPLICATION + "/teams/" + platform).body())
                    .contains(">kim<", "through a group", "Edit members");
        } finally {
            teams.remove(platform, AuditEntry.SYSTEM);
        }
    }

    @Test
    void refusesAUserWithoutAMappedGroup() throws Exception {
        Page page = signIn("eve");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("none of your groups gives a role in Countersign", ">staff<");
        assertThat(people.find("eve")).isEmpty();
        assertThat(visitor.get(APPLICATION + "/teams").uri()).hasToString(APPLICATION + "/login");
    }

    @Test
    void changesTheRolesAtTheNextSignIn() throws Exception {
        signIn("ada");
        assertThat(people.find("ada").orElseThrow().roles()).containsExactly(Role.REVIEWER);

        KEYCLOAK.move("ada", "countersign-reviewers", "countersign-leads");
        signOut();
        signIn("ada");

        assertThat(people.find("ada").orElseThrow().roles()).containsExactly(Role.LEAD);
    }

    @Test
    void changesTheRolesDuringASession() throws Exception {
        signIn("kim");
        KEYCLOAK.move("kim", "countersign-leads", "countersign-reviewers");
        try {
            Await.until("the role changes", LONGEST, () -> roles("kim").equals(Set.of(Role.REVIEWER)));
        } finally {
            KEYCLOAK.move("kim", "countersign-reviewers", "countersign-leads");
        }
    }

    @Test
    void endsTheSessionOfAUserWhomKeycloakDisables() throws Exception {
        signIn("ada");
        assertThat(visitor.get(APPLICATION + "/teams").status()).isEqualTo(200);
        KEYCLOAK.enable("ada", false);
        try {
            Await.until("the session ends", LONGEST, () -> roles("ada").isEmpty());
            assertThat(visitor.get(APPLICATION + "/teams").uri()).hasToString(APPLICATION + "/login");
        } finally {
            KEYCLOAK.enable("ada", true);
        }
    }

    @Test
    void endsTheSessionOfAUserWhomKeycloakSignsOut(CapturedOutput log) throws Exception {
        signIn("ada");
        KEYCLOAK.signOut("ada");
        Await.until("the session ends", LONGEST, () -> roles("ada").isEmpty());
        assertThat(visitor.get(APPLICATION + "/teams").uri()).hasToString(APPLICATION + "/login");
        assertThat(log).as("Keycloak said it").contains("The sessions of ada end, because keycloak ended its session");
    }

    @Test
    void asksAgainForACriticalAction() throws Exception {
        signIn("kim");

        Page form = visitor.get(SIGN_IN + "?again");
        assertThat(form.uri().toString()).startsWith(KEYCLOAK.issuer());
        Page confirmed = visitor.post(form.action(), Map.of("username", "kim", "password", Keycloak.PASSWORD));

        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.body()).contains("Sign-in confirmed");
    }

    @Test
    void signsOutAtKeycloakToo() throws Exception {
        signIn("kim");
        assertThat(visitor.get(SIGN_IN).uri()).as("Keycloak knows the user").hasToString(APPLICATION + "/");

        Page end = signOut();

        assertThat(end.uri()).hasToString(APPLICATION + "/login?signed-out");
        assertThat(end.body()).contains("You are signed out.");
        assertThat(visitor.get(SIGN_IN).uri().toString())
                .as("Keycloak asks for the password")
                .startsWith(KEYCLOAK.issuer());
    }

    private Set<Role> roles(String user) {
        return people.find(user).orElseThrow().roles();
    }

    private Page signIn(String user) throws Exception {
        Page form = visitor.get(SIGN_IN);
        assertThat(form.uri().toString()).as(form.body()).startsWith(KEYCLOAK.issuer());
        return visitor.post(form.action(), Map.of("username", user, "password", Keycloak.PASSWORD));
    }

    private Page signOut() throws Exception {
        String token = visitor.get(APPLICATION + "/").token();
        Page page = visitor.post(APPLICATION + "/logout", Map.of("_csrf", token));
        String next = page.headers().firstValue("Refresh").orElseThrow();
        return visitor.get(next.substring("0;url=".length()));
    }
}
