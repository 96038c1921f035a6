package io.countersign.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.identity.PasswordEncoders;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.RecordedUsers;
import io.countersign.identity.Role;
import io.countersign.identity.account.JdbcPersonRepository;
import io.countersign.identity.signin.SignInRecorder;
import io.countersign.identity.signin.SignInThrottle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Tests the pages with which admins manage users, and the page with which users set a password. */
@PageTest
@TestPropertySource(
        properties = {
            "countersign.people[3].name=admin",
            "countersign.people[3].password=" + PageTest.HASH,
            "countersign.people[3].roles=ADMIN",
            "countersign.people[4].name=second",
            "countersign.people[4].password=" + PageTest.HASH,
            "countersign.people[4].roles=ADMIN"
        })
class UserPagesTests {

    private static final String PASSWORD = "four unrelated words of somebody";
    private static final String OTHER_PASSWORD = "another seven purple lanterns";
    private static final Pattern TOKEN = Pattern.compile("class=\"mono\">([0-9a-f]{32})<");

    @Autowired
    Pages pages;

    @Autowired
    PersonRepository people;

    @Autowired
    JdbcPersonRepository stored;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnAccount account;

    @Autowired
    SignInRecorder signIns;

    @AfterEach
    void removeUsers() {
        jdbc.sql("delete from password_code").update();
        jdbc.sql("delete from person where origin = 'LOCAL'").update();
        jdbc.sql("delete from value_change where kind like 'USER%'").update();
        jdbc.sql("delete from effective_value where kind like 'USER%'").update();
    }

    @Test
    void addsAUserWhoSetsAPasswordWithTheCode() throws Exception {
        String token = add("ann", "REVIEWER", "LEAD");

        assertThat(user("ann").roles()).containsExactlyInAnyOrder(Role.REVIEWER, Role.LEAD);
        assertThat(shown("/users")).contains("ann", "Password code not used yet", "Reviewer, Lead");
        Page set = set(token, PASSWORD, PASSWORD);

        assertThat(set.location()).isEqualTo("/login");
        assertThat(stored.passwordHash("ann"))
                .hasValueSatisfying(hash -> assertThat(hash).startsWith("{argon2}"));
        assertThat(shown("/users")).doesNotContain("Password code not used yet");
        assertThat(entries())
                .contains(
                        "admin: user ann: none → REVIEWER, LEAD\nchanged by an admin",
                        "ann: user password ann: set with a code of admin");
        assertThat(RecordedUsers.unrecorded(jdbc)).isEmpty();
    }

    @Test
    void listsTheTeamsAndTheLastSignInOfEachUser() throws Exception {
        add("uma", "REVIEWER");
        assertThat(row("uma")).contains("Never").contains("None").doesNotContain("Retail");
        signIns.confirmed("uma", "password");
        signIns.confirmed("uma", "passkey");
        assertThat(row("uma")).contains("Never");
        signIns.signedIn("uma", null);
        jdbc.sql(
                        "insert into team (name, version, changed_at, changed_by) values ('Retail', 1, now(), 'admin'), ('Data', 1, now(), 'admin')")
                .update();
        jdbc.sql(
                        "insert into team_member (team_id, person, role) select id, 'uma', 'LEAD' from team where name = 'Retail'")
                .update();
        jdbc.sql(
                        "insert into team_member (team_id, person, role) select id, 'uma', 'REVIEWER' from team where name = 'Data'")
                .update();
        try {
            assertThat(row("uma")).contains("Data, Retail (Lead)", "just now").doesNotContain("Never");
        } finally {
            jdbc.sql("delete from team").update();
        }
    }

    @ParameterizedTest
    @CsvSource({"/users/roles, AUDITOR", "/users/disable, ''"})
    void releasesTheClaimsOfAUserWhoCanNoLongerDecide(String change, String roles) throws Exception {
        pages.refresh();
        add("tina", "REVIEWER");
        jdbc.sql("""
                        insert into claim select min(invitation_id), 'tina', 'tina', now(), now() + interval '1 h'
                        from invitation where state = 'PENDING' and invitation_id not in (select invitation_id from claim)""").update();
        pages.submit("/users/roles", "admin", Map.of("user", "tina", "roles", "LEAD"));
        assertThat(claimsOf("tina")).isOne();
        pages.submit(change, "admin", Map.of("user", "tina", "roles", roles));
        assertThat(claimsOf("tina")).isZero();
        assertThat(jdbc.sql(
                                "select actor from audit_entry where message like 'tina → unassigned%' order by seq desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("admin");
    }

    private int claimsOf(String person) {
        return jdbc.sql("select count(*) from claim where person = :person")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    @Test
    void ignoresEmptyValuesAmongTheRoles() throws Exception {
        add("ann", "REVIEWER");
        for (String roles : List.of("", ",", ",SERVICE")) {
            Page kept = pages.submit("/users/roles", "admin", Map.of("user", "ann", "roles", roles));
            assertThat(pages.follow(kept, "admin").body()).contains("Select at least one role");
        }
        pages.submit("/users/roles", "admin", Map.of("user", "ann", "roles", ",LEAD"));
        assertThat(user("ann").roles()).containsExactly(Role.LEAD);
    }

    private String row(String user) throws Exception {
        Matcher row = Pattern.compile("<tr>.*?</tr>", Pattern.DOTALL).matcher(shown("/users"));
        return row.results()
                .map(found -> found.group().replaceAll("<[^>]*>", ""))
                .filter(text -> text.contains(user))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void takesACodeOnce() throws Exception {
        String token = add("ann", "REVIEWER");
        set(token, PASSWORD, PASSWORD);

        Page again = set(token, PASSWORD, PASSWORD);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("This password code is unknown, used or too old");
    }

    @Test
    void refusesACodeThatIsTooOldReplacedOrOfADisabledUser() throws Exception {
        String old = add("ann", "REVIEWER");
        jdbc.sql("update password_code set created_at = created_at - interval '72 hours'")
                .update();
        assertThat(set(old, PASSWORD, PASSWORD).status()).isEqualTo(400);

        String replaced = code("ann");
        String current = code("ann");
        assertThat(set(replaced, PASSWORD, PASSWORD).status()).isEqualTo(400);

        jdbc.sql("update person set enabled = false where name = 'ann'").update();
        assertThat(set(current, PASSWORD, PASSWORD).status()).isEqualTo(400);
        jdbc.sql("update person set enabled = true where name = 'ann'").update();
        assertThat(set(current, PASSWORD, PASSWORD).status()).isEqualTo(302);
    }

    @Test
    void namesEachWrongFieldOfANewPassword() throws Exception {
        String token = add("ann", "REVIEWER");
        Page wrong = set(token, "countersign1", "other");
        assertThat(wrong.body())
                .contains("too easy to guess", "The passwords differ", "value=\"" + token + "\"")
                .doesNotContain("countersign1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '' | REVIEWER | Enter a username of 1 to 254 letters
            <b> | REVIEWER | Enter a username of 1 to 254 letters
            system | REVIEWER | Choose another username: the audit log uses
            Reviewer | REVIEWER | “reviewer” exists or existed, and looks the same
            1ead | LEAD | “lead” exists or existed, and looks the same
            REVIEWER | REVIEWER | “reviewer” exists or existed, and looks the same
            kim | SERVICE | Select at least one role
            kim | none<b> | Select at least one role
            kim | '' | Select at least one role""")
    void namesAWrongField(String name, String role, String problem) throws Exception {
        Page page = pages.submit("/users", "admin", Map.of("name", name, "roles", role));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains(problem);
    }

    @Test
    void changesRolesAndDisablesAndEnables() throws Exception {
        add("ann", "REVIEWER");

        change("roles", "ann", "AUDITOR");
        assertThat(user("ann").roles()).containsExactly(Role.AUDITOR);
        change("disable", "ann", "");
        assertThat(user("ann").enabled()).isFalse();
        assertThat(shown("/users/edit?user=ann"))
                .contains("This user cannot sign in")
                .doesNotContain("Disable user");
        change("roles", "ann", "LEAD");

        assertThat(user("ann")).isEqualTo(new Person("ann", Set.of(Role.LEAD), true));
        assertThat(entries())
                .contains(
                        "admin: user ann: REVIEWER → AUDITOR\nchanged by an admin",
                        "admin: user ann: AUDITOR → none\nchanged by an admin",
                        "admin: user ann: none → LEAD\nchanged by an admin");
        assertThat(RecordedUsers.unrecorded(jdbc)).isEmpty();
        jdbc.sql("update person set roles = 'ADMIN' where name = 'ann'").update();
        assertThat(RecordedUsers.unrecorded(jdbc)).isPresent();
    }

    @Test
    void changesNeitherTheOwnAccountNorUsersOfTheConfiguration() throws Exception {
        for (String name : List.of("admin", "second", "unknown")) {
            for (String form : List.of("roles", "disable")) {
                assertThat(change(form, name, "AUDITOR").flash()).asString().contains("This user could not be changed");
            }
            pages.submit("/users/code", "admin", Map.of("user", name));
        }
        assertThat(user("admin").isAdmin()).isTrue();
        assertThat(user("second").isAdmin()).isTrue();
        assertThat(jdbc.sql("select count(*) from password_code")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(shown("/users/edit?user=admin"))
                .contains("This is your account")
                .doesNotContain("<select");
        assertThat(shown("/users/edit?user=second")).contains("The configuration manages this user");
        assertThat(pages.open("/users/edit?user=unknown", "admin").status()).isEqualTo(404);
    }

    @Test
    void changesNothingForAnAdminWhoLostTheRole() throws Exception {
        add("ann", "ADMIN");
        add("ben", "REVIEWER");
        change("roles", "ann", "AUDITOR");

        pages.submit("/users/roles", "ann/ADMIN", Map.of("user", "ben", "roles", "ADMIN"));
        pages.submit("/users", "ann/ADMIN", Map.of("name", "eve", "roles", "ADMIN"));

        assertThat(user("ben").roles()).containsExactly(Role.REVIEWER);
        assertThat(people.find("eve")).isEmpty();
    }

    @Test
    void changesTheOwnPasswordWithTheCurrentOne() throws Exception {
        set(add("ann", "REVIEWER"), PASSWORD, PASSWORD);
        code("ann");
        assertThat(pages.open("/account", "ann/REVIEWER").body())
                .contains("Reviewer", "Countersign", "Change password");

        Page wrong = changePassword("wrong", OTHER_PASSWORD, OTHER_PASSWORD);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("<title>Error: ", "Incorrect password")
                .doesNotContain(OTHER_PASSWORD);
        assertThat(changePassword("", OTHER_PASSWORD, OTHER_PASSWORD).body()).contains("Enter your password");
        Page done = changePassword(PASSWORD, OTHER_PASSWORD, OTHER_PASSWORD);

        assertThat(done.location()).isEqualTo("/account");
        assertThat(PasswordEncoders.encoder()
                        .matches(OTHER_PASSWORD, stored.passwordHash("ann").orElseThrow()))
                .isTrue();
        assertThat(entries()).contains("ann: user password ann: changed by the user");
        assertThat(jdbc.sql("select count(*) from password_code")
                        .query(Integer.class)
                        .single())
                .as("password codes")
                .isZero();
    }

    @Test
    void keepsAPasswordThatACodeSetMeanwhile() throws Exception {
        set(add("ann", "REVIEWER"), PASSWORD, PASSWORD);
        String checked = account.passwordHash("ann");
        set(code("ann"), OTHER_PASSWORD, OTHER_PASSWORD);
        String current = account.passwordHash("ann");
        assertThat(account.setPassword("ann", checked, "{noop}of the attacker", "session"))
                .isFalse();
        assertThat(account.passwordHash("ann")).isEqualTo(current);
    }

    @Test
    void weakNewPasswordsUseUpNoAttempt() throws Exception {
        set(add("ann", "REVIEWER"), PASSWORD, PASSWORD);
        for (int i = 0; i <= SignInThrottle.LIMIT; i++) {
            assertThat(changePassword(PASSWORD, "countersign1", "other").body())
                    .contains("too easy to guess", "The passwords differ");
        }
        assertThat(changePassword(PASSWORD, OTHER_PASSWORD, OTHER_PASSWORD).location())
                .isEqualTo("/account");
    }

    @Test
    void theAdminWhoGaveThePasswordStillCountsAsTheUserAfterItsChange() throws Exception {
        set(add("ann", "REVIEWER"), PASSWORD, PASSWORD);
        changePassword(PASSWORD, OTHER_PASSWORD, OTHER_PASSWORD);
        assertThat(jdbc.sql("select changed_by from value_change where kind = 'USER_PASSWORD' and subject = 'ann'")
                        .query(String.class)
                        .list())
                .containsExactly("admin");
    }

    @Test
    void showsUsersOfTheConfigurationWhereTheirPasswordChanges() throws Exception {
        assertThat(pages.open("/account", "reviewer").body())
                .contains("The configuration contains it")
                .doesNotContain("name=\"current-password\"");
        assertThat(pages.submit(
                                "/account/password",
                                "reviewer",
                                Map.of("current-password", "demo", "password", PASSWORD, "repeated", PASSWORD))
                        .status())
                .isEqualTo(404);
    }

    private Page changePassword(String current, String password, String repeated) throws Exception {
        return pages.submit(
                "/account/password",
                "ann/REVIEWER",
                Map.of("current-password", current, "password", password, "repeated", repeated));
    }

    private String add(String name, String... roles) throws Exception {
        List<String> fields = new ArrayList<>(List.of("name", name));
        for (String role : roles) {
            fields.addAll(List.of("roles", role));
        }
        return token(pages.submit("/users", "admin", fields));
    }

    private String code(String name) throws Exception {
        return token(pages.submit("/users/code", "admin", Map.of("user", name)));
    }

    private static String token(Page page) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        return token.group(1);
    }

    private Page change(String form, String name, String role) throws Exception {
        return pages.submit("/users/" + form, "admin", Map.of("user", name, "roles", role));
    }

    private Page set(String token, String password, String repeated) throws Exception {
        return pages.submit(
                "/password", "reviewer", Map.of("token", token, "password", password, "repeated", repeated));
    }

    private String shown(String path) throws Exception {
        return pages.open(path, "admin").body();
    }

    private Person user(String name) {
        return people.find(name).orElseThrow();
    }

    private List<String> entries() {
        return jdbc.sql("select actor || ': ' || message from audit_entry where action = 'AUTHORITY_CHANGED'")
                .query(String.class)
                .list();
    }
}
