package io.countersign.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.identity.DemoUsersFixture;
import io.countersign.identity.TestBrowser;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Sends a sensitive form six minutes after the sign-in. */
@ExtendWith(OutputCaptureExtension.class)
class RecentPasswordTests extends DemoUsersFixture {

    @Autowired
    MeterRegistry meters;

    TestBrowser admin;

    @BeforeEach
    void signIn() throws Exception {
        admin = new TestBrowser(port);
        admin.signIn("admin", "demo");
        clock.advance(Duration.ofMinutes(6));
        auditLog.entries.clear();
    }

    @Test
    void asksForThePasswordAndThenMakesTheChange() throws Exception {
        double refused = refused();
        HttpResponse<String> page = admin.post("/teams", form("Retail %3Cb%3E"));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains(
                        "Confirm your password",
                        "action=\"/teams\"",
                        "name=\"current-password\"",
                        "<strong>admin</strong>")
                .contains("type=\"hidden\" name=\"name\" value=\"Retail &lt;b&gt;\"")
                .contains("name=\"accounts\" value=\"111122223333\n222233334444\"");
        assertThat(page.body().split("action=\"/teams\"")[1].split("</form>")[0])
                .containsOnlyOnce("name=\"_csrf\"");
        assertThat(refused()).isEqualTo(refused + 1);
        assertThat(teams("Retail <b>")).isZero();
        assertThat(auditLog.entries).as("the user can continue").isEmpty();

        HttpResponse<String> made = admin.post("/teams", form("Retail %3Cb%3E") + "&current-password=demo");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
        assertThat(teams("Retail <b>")).isOne();
        assertThat(auditLog.entries)
                .contains(AuditEntry.by("admin", AuditAction.SIGN_IN, AuditOutcome.DONE)
                        .withMessage("password confirmed"));
        assertThat(admin.post("/teams", form("Logistics")).statusCode())
                .as("for five minutes")
                .isEqualTo(302);
    }

    @Test
    void keepsTheFormAfterAWrongPasswordAndCountsTheAttempts() throws Exception {
        for (int guess = 0; guess < SignInThrottle.LIMIT; guess++) {
            HttpResponse<String> page = admin.post("/teams", form("Guessed") + "&current-password=guess");
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body())
                    .contains("<title>Error: ", "Incorrect password", "value=\"Guessed\"")
                    .doesNotContain("value=\"guess\"");
        }
        assertThat(admin.post("/teams", form("Guessed") + "&current-password=demo")
                        .body())
                .contains("Too many attempts for your username");
        assertThat(admin.post("/teams", form("Guessed") + "&current-password=").body())
                .contains("Enter your password");
        assertThat(teams("Guessed")).isZero();
    }

    @Test
    void acceptsNoPasswordInTheAddress() throws Exception {
        for (String name : new String[] {"current-password", "current%2Dpassword"}) {
            HttpResponse<String> page = admin.post("/teams?" + name + "=demo", form("Logged"));
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).doesNotContain("value=\"demo\"");
        }
        assertThat(teams("Logged")).isZero();
        assertThat(admin.post("/again?password=demo", "to=/teams").statusCode()).isEqualTo(400);
        assertThat(admin.post("/again?p%61ssword=demo", "password=wrong&to=/teams")
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.post("/teams", form("Logged")).statusCode())
                .as("still asks for the password")
                .isEqualTo(403);
    }

    @Test
    void signsInWithCredentialsOfTheFormOnly() throws Exception {
        for (String query :
                new String[] {"username=admin&password=demo", "username=admin", "password=demo", "user%6Eame=admin"}) {
            TestBrowser visitor = new TestBrowser(port);
            String token = TestBrowser.field(visitor.get("/login"), "_csrf");
            assertThat(visitor.postWithToken("/login?" + query, "username=admin&password=demo", token)
                            .statusCode())
                    .as(query)
                    .isEqualTo(400);
            assertThat(visitor.get("/teams").statusCode()).as(query).isEqualTo(302);
        }
    }

    @Test
    void sendsTheLargestAcceptedFormAgainWithThePassword() throws Exception {
        String fields = "&x".repeat(1_000 - 4);
        assertThat(fieldsOf(admin.post("/teams", form("Largest") + fields))).isEqualTo(1_000 - 1);
        for (int more : new int[] {1, 2, 1000}) {
            assertThat(admin.post("/teams", form("Largest") + fields + "&x".repeat(more))
                            .statusCode())
                    .as("%s fields too many", more)
                    .isEqualTo(413);
        }
        assertThat(admin.post("/teams", form("Largest") + fields + "&x&current-password=demo")
                        .statusCode())
                .isEqualTo(413);
        String bytes = "&x=" + "y".repeat((1 << 20) - 500);
        assertThat(admin.post("/teams", form("Largest") + bytes).statusCode()).isEqualTo(403);
        assertThat(admin.post("/teams", form("Largest") + bytes + "y".repeat(500))
                        .statusCode())
                .isEqualTo(413);
        assertThat(teams("Largest")).isZero();
        HttpResponse<String> made = admin.post("/teams", form("Largest") + fields + "&current-password=demo");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
        assertThat(admin.post("/teams", form("Largest 2") + bytes + "&current-password=demo")
                        .statusCode())
                .isEqualTo(302);
    }

    /** Counts the hidden fields that the prompt sends again, besides the token. */
    private static long fieldsOf(HttpResponse<String> prompt) {
        assertThat(prompt.statusCode()).isEqualTo(403);
        String form = prompt.body().split("action=\"/teams\"")[1].split("</form>")[0];
        return form.split("type=\"hidden\" name=\"(?!_csrf)").length - 1;
    }

    @Test
    void showsNoPromptWithoutAForm() throws Exception {
        assertThat(admin.post("/again/form", "").statusCode()).isEqualTo(400);
    }

    /** The prompt is a forward, in which the container logs each exception with its trace. */
    @Test
    void rejectsAMalformedParameterBeforeThePrompt(CapturedOutput log) throws Exception {
        for (String name : new String[] {"%00", "members[99999999]"}) {
            HttpResponse<String> page = admin.post("/teams", form("Malformed") + "&" + name + "=1");
            assertThat(page.statusCode()).as(name).isEqualTo(400);
            assertThat(page.body()).as(name).doesNotContain("current-password");
        }
        assertThat(log.getAll()).doesNotContain("rejected because");
    }

    private static String form(String name) {
        return "name=" + name + "&accounts=111122223333%0A222233334444&members=reviewer:REVIEWER";
    }

    private double refused() {
        return meters.get("countersign.forms.refused")
                .tag("missing", "password")
                .counter()
                .count();
    }

    private int teams(String name) {
        return jdbc.sql("select count(*) from team where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }
}
