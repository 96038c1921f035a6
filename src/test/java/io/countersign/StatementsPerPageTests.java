package io.countersign;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.countersign.running.ApplicationProcess;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Counts the statements of a page for a signed-in user, including those of the session and of the header. */
@PageTest
@Import(SentStatements.class)
class StatementsPerPageTests {

    /** A replica sends it at most once a second, for all pages together. */
    private static final String CHECK = "select version from connection_version";

    private static final int QUEUE = 12;
    private static final int INVITATION = 12;
    private static final int OVERVIEW = 12;
    private static final int AUDIT_LOG = 10;
    private static final int DECISION = 12;

    /**
     * The reviewer's team decides for one account of two; resources are shared twice or more often, and two invitations
     * have a decision.
     */
    private static final String DATA = """
            insert into team (name, version, changed_at, changed_by) values ('Retail', 1, now(), 'lead');
            insert into team_member select id, 'reviewer', 'REVIEWER' from team;
            insert into team_member select id, 'lead', 'LEAD' from team;
            insert into team_source select id, '111122223333', '' from team;
            update invitation set resource_id = 'shared', resource_name = 'Shared'
              where invitation_id in ('000000000000000000000000000003e8', '000000000000000000000000000003e9');
            insert into invitation (invitation_id, account_id, region, resource_type, resource_name, resource_id, shared_by,
                state, first_seen_at, last_seen_at, state_at)
              select 'f' || lpad((r * 1000 + t)::text, 31, '0'), '111122223333', 'eu-west-1', 'LENS', 'Central lens ' || r,
                'arn:aws:wellarchitected:eu-west-1:999988887777:lens/' || md5(r::text), '999988887777',
                'PENDING', now() - interval '2 d', now(), now()
              from generate_series(1, 32) r, generate_series(1, 20) t;
            insert into claim values ('000000000000000000000000000003ea', 'reviewer', 'reviewer', now(), now() + interval '1 h');
            insert into invitation_comment (invitation_id, person, created_at, text)
              values ('000000000000000000000000000003ea', 'lead', now(), 'Ask the owner');
            insert into proposal (invitation_id, open_for, action, reason, person, fingerprint, proposed_at, state)
              values ('000000000000000000000000000003eb', '000000000000000000000000000003eb', 'ACCEPT', 'why', 'lead', repeat('0', 64), now(), 'OPEN');
            update invitation set proposed_by = 'lead' where invitation_id = '000000000000000000000000000003eb';
            insert into decision (id, invitation_id, account_id, region, resource_type, action, reason, person, decided_at, state)
              select 1, invitation_id, account_id, region, resource_type, 'ACCEPT', 'why', 'reviewer', now(), 'CONFIRMED'
              from invitation where invitation_id = '000000000000000000000000000003ec';
            update invitation set state = 'ACCEPTED' where invitation_id = '000000000000000000000000000003ec';
            update invitation set permission = 'CONTRIBUTOR' where invitation_id = '000000000000000000000000000003ed';
            insert into decision (id, invitation_id, account_id, region, resource_type, action, reason, person, decided_at, state, held_until)
              select 2, invitation_id, account_id, region, resource_type, 'ACCEPT', 'why', 'reviewer', now(), 'HELD', now() + interval '1 h'
              from invitation where invitation_id = '000000000000000000000000000003ee'""";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Pages pages;

    @BeforeEach
    void fill() throws Exception {
        if (jdbc.sql("select count(*) from team").query(Integer.class).single() == 0) {
            pages.refresh();
            for (String statement : DATA.split(";")) {
                jdbc.sql(statement).update();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "lead", "auditor"})
    void queue(String person) throws Exception {
        assertFew(QUEUE, statements(person, "/"));
    }

    @Test
    void queueWithARowOnHold() throws Exception {
        hold(true);
        assertFew(QUEUE, statements("reviewer", "/"));
        assertFew(QUEUE, statements("lead", "/?state=open"));
        assertFew(QUEUE, statements("lead", "/?state=held"));
        assertFew(INVITATION, statements("reviewer", "/invitations/" + id(1006)));
        hold(false);
    }

    private void hold(boolean held) {
        jdbc.sql("update invitation set open_decision = :decision, held = :held where invitation_id = :id")
                .param("decision", held ? 2 : null)
                .param("held", held)
                .param("id", id(1006).value())
                .update();
    }

    @Test
    void queueOfResourcesThatAreSharedOftenHasFewBytes() throws Exception {
        String page = pages.open("/", "lead").body();
        assertThat(page).contains("Central lens 32", "20 invitations");
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(250_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "lead", "auditor"})
    void filteredQueue(String person) throws Exception {
        assertFew(QUEUE, statements(person, "/?text=plain&type=WORKLOAD&sort=name&page=2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"waiting", "held", "decided", "gone"})
    void tabsOfTheQueue(String state) throws Exception {
        assertFew(QUEUE, statements("reviewer", "/?state=" + state));
        assertFew(QUEUE, statements("lead", "/?state=" + state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "lead", "auditor"})
    void invitation(String person) throws Exception {
        assertFew(INVITATION, statements(person, "/invitations/" + id(1000)));
    }

    /** Assigned with a comment, proposed, accepted, and one that needs a second approval. */
    @ParameterizedTest
    @ValueSource(ints = {1002, 1003, 1004, 1005})
    void invitationWithWork(int number) throws Exception {
        assertFew(INVITATION, statements("reviewer", "/invitations/" + id(number)));
    }

    @Test
    void invitationWithAnOwnProposal() throws Exception {
        assertFew(INVITATION, statements("lead", "/invitations/" + id(1003)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "lead", "auditor"})
    void decision(String person) throws Exception {
        assertFew(DECISION, statements(person, "/decisions/1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead", "auditor"})
    void overview(String person) throws Exception {
        assertFew(OVERVIEW, statements(person, "/lead"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/history", "/history?outcome=ALL", "/history?outcome=DECIDED&owner=north&from=2026-01-01"})
    void auditLog(String path) throws Exception {
        assertFew(AUDIT_LOG, statements("reviewer", path));
        assertFew(AUDIT_LOG, statements("auditor", path));
    }

    private static void assertFew(int most, List<String> statements) {
        assertThat(statements.size()).as(() -> String.join("\n\n", statements)).isBetween(1, most);
        assertThat(statements).allMatch(StatementsPerPageTests::reads);
    }

    private static boolean reads(String statement) {
        return statement.stripLeading().toLowerCase(Locale.ROOT).matches("(?s)(select|with)\\b.*");
    }

    @Test
    void compilesNoStatement() {
        assertThat(jdbc.sql("show jit").query(String.class).single()).isEqualTo("off");
    }

    @Test
    void storesTheUseOfASessionOnceAMinute() throws Exception {
        Cookie[] session = signIn("reviewer");
        open("/teams", session);
        used(Duration.ofSeconds(50));
        assertThat(open("/teams", session)).allMatch(StatementsPerPageTests::reads);
        used(Duration.ofSeconds(20));
        assertThat(open("/teams", session).stream().filter(statement -> !reads(statement)))
                .singleElement()
                .asString()
                .startsWithIgnoringCase("update spring_session");
        assertThat(open("/teams", session)).allMatch(StatementsPerPageTests::reads);
    }

    /** Moves the last use of all sessions to the past. */
    private void used(Duration ago) {
        jdbc.sql("update spring_session set last_access_time = last_access_time - :ago")
                .param("ago", ago.toMillis())
                .update();
    }

    /**
     * Returns the statements of the second or the third visit, whichever needs fewer: a replica reads the connections at
     * the first, and renews the warning about accounts without a team every five seconds.
     */
    private List<String> statements(String person, String path) throws Exception {
        Cookie[] session = signIn(person);
        open(path, session);
        List<String> second = open(path, session);
        List<String> third = open(path, session);
        return third.size() < second.size() ? third : second;
    }

    private Cookie[] signIn(String person) throws Exception {
        return mvc.perform(post("/login")
                        .with(csrf())
                        .param("username", person)
                        .param("password", ApplicationProcess.PASSWORD))
                .andReturn()
                .getResponse()
                .getCookies();
    }

    private List<String> open(String path, Cookie[] session) throws Exception {
        SentStatements.take();
        MockHttpServletResponse response =
                mvc.perform(get(URI.create(path)).cookie(session)).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return SentStatements.take().stream()
                .filter(statement -> !statement.equals(CHECK))
                .toList();
    }
}
