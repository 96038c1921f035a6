package io.countersign.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.running.Await;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests the pages of the owner directory. */
@PageTest
class OwnerPageAssemblerTests {

    private static final String ACCOUNT = "777766665555";

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void reset() {
        jdbc.sql("delete from owner_account").update();
        jdbc.sql("delete from value_change where kind = 'OWNER'").update();
        jdbc.sql("delete from effective_value where kind = 'OWNER' and subject <> ''")
                .update();
    }

    @Test
    void warnsWhileDecisionsStillUseTheStricterTrustOfAnOwner() throws Exception {
        String pending = "Change not confirmed: decisions still treat this owner as ";
        add(ACCOUNT, "Fabrikam", "EXTERNAL", "BLOCKED", "");
        assertThat(shown("/owners", "auditor")).doesNotContain(pending);

        Page unblocked = change("1", "Fabrikam", "NONE");

        assertThat(pages.follow(unblocked, "lead").body())
                .contains("Fabrikam was saved. " + pending + "blocked (see Second approval).");
        assertThat(shown("/owners", "auditor")).contains(pending + "blocked.", "href=\"/rules#changes\"");
        assertThat(shown("/owners/" + ACCOUNT, "lead")).contains(pending + "blocked.", "href=\"/rules#changes\"");

        Page removed = pages.submit("/owners/" + ACCOUNT + "/removal", "lead", Map.of("version", "2"));

        assertThat(pages.follow(removed, "lead").body())
                .contains("Fabrikam was removed. " + pending + "external and blocked (see Second approval).");
    }

    @Test
    void warnsOfNoPendingChangeAfterAStricterOne() throws Exception {
        add(ACCOUNT, "Fabrikam", "EXTERNAL", "NONE", "");

        Page blocked = change("1", "Fabrikam", "BLOCKED");

        assertThat(pages.follow(blocked, "lead").body())
                .contains("Fabrikam was saved.")
                .doesNotContain("Change not confirmed");
        assertThat(shown("/owners/" + ACCOUNT, "lead")).doesNotContain("Change not confirmed");
    }

    @Test
    void auditsEveryChangeOfALeadWithOldAndNewValues() throws Exception {
        assertThat(add(ACCOUNT, "<b>Fabrikam</b> ’25", "EXTERNAL", "NONE", "").location())
                .isEqualTo("/owners");
        assertThat(shown("/owners", "auditor"))
                .contains("&lt;b&gt;Fabrikam&lt;/b&gt; ’25", ">External<", "7777 6666 5555")
                .doesNotContain("/owners/" + ACCOUNT, "/owners/new");

        assertThat(change("1", "Fabrikam", "BLOCKED").location()).isEqualTo("/owners");
        assertThat(shown("/owners", "lead")).contains(">Fabrikam</a>", ">Blocked<", "href=\"/owners/" + ACCOUNT);
        assertThat(shown("/history?owner=7777%206666%205555", "auditor"))
                .contains(">Owner<", "name: &lt;b&gt;Fabrikam&lt;/b&gt; ’25 → Fabrikam", "trust: none → blocked")
                .contains("owner " + ACCOUNT, "membership: none → external");

        pages.submit("/owners/" + ACCOUNT + "/removal", "lead", Map.of("version", "2"));
        assertThat(shown("/owners", "lead"))
                .contains("No owner has a name, trust or note yet<", "Countersign does not add owners automatically");
        assertThat(pages.open("/owners/" + ACCOUNT, "lead").status()).isEqualTo(404);
    }

    @Test
    void showsTheStoredValuesAfterAConflict() throws Exception {
        add(ACCOUNT, "Fabrikam", "EXTERNAL", "NONE", "");
        change("1", "Fabrikam Ltd", "NONE");

        Page second = change("1", "Mine", "TRUSTED");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body())
                .contains(
                        "lead changed this owner while you were editing",
                        "name: Mine → Fabrikam Ltd",
                        "trust: trusted → none")
                .contains("value=\"Mine\"", "name=\"version\" value=\"2\"");
        Page removal = pages.submit("/owners/" + ACCOUNT + "/removal", "lead", Map.of("version", "1"));
        assertThat(removal.status()).isEqualTo(409);
        assertThat(removal.body()).contains("The owner was not removed");
    }

    @ParameterizedTest
    @CsvSource({
        "accountId, 12, enter 12 digits",
        "name, '', enter a name",
        "membership, NEAR, select an option",
        "trust, '', select an option"
    })
    void namesTheInvalidFieldAndKeepsTheTypedText(String field, String typed, String problem) throws Exception {
        Map<String, String> fields = new HashMap<>(fields(ACCOUNT, "Fabrikam", "EXTERNAL", "NONE", "a note"));
        fields.put(field, typed);
        Page page = pages.submit("/owners", "lead", fields);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains(
                        "<title>Error: ",
                        "href=\"#" + field + "\"",
                        problem,
                        "id=\"" + field + "\"",
                        ">a note</textarea>");
    }

    @Test
    void refusesLongAndUnprintableTextAndTheSameAccountTwice() throws Exception {
        pages.refresh();
        assertThat(add(ACCOUNT, "x".repeat(101), "EXTERNAL", "NONE", "").body()).contains("Name: enter at most 100");
        assertThat(add(ACCOUNT, "a\u202eb", "EXTERNAL", "NONE", "").body()).contains("Name: remove control");
        assertThat(add(ACCOUNT, "a", "EXTERNAL", "NONE", "x".repeat(1001)).body())
                .contains("Note: enter at most 1,000");
        assertThat(add(ACCOUNT, "a", "EXTERNAL", "NONE", "a\u0000").body()).contains("Note: remove control");
        add("7777 6666 5555", "a", "EXTERNAL", "NONE", "two\nlines");
        assertThat(add(ACCOUNT, "b", "EXTERNAL", "NONE", "").body()).contains("this owner already exists");
        assertThat(pages.open("/owners/new?account=12", "lead").status()).isEqualTo(400);
        assertThat(shown("/owners/new?account=111122223333", "lead")).contains("value=\"111122223333\"");
        // the first read of a connection is visible after a second
        Await.until("the account is known", Duration.ofSeconds(20), () -> isInternal("111122223333"));
    }

    private Page add(String account, String name, String membership, String trust, String note) throws Exception {
        return pages.submit("/owners", "lead", fields(account, name, membership, trust, note));
    }

    private Page change(String version, String name, String trust) throws Exception {
        Map<String, String> fields = new HashMap<>(fields(ACCOUNT, name, "EXTERNAL", trust, ""));
        fields.put("version", version);
        return pages.submit("/owners/" + ACCOUNT, "lead", fields);
    }

    private static Map<String, String> fields(
            String account, String name, String membership, String trust, String note) {
        return Map.of("accountId", account, "name", name, "membership", membership, "trust", trust, "note", note);
    }

    private boolean isInternal(String account) {
        try {
            return shown("/owners/new?account=" + account, "lead").contains("identifies this account as Internal");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String shown(String path, String person) throws Exception {
        Page page = pages.open(path, person);
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }
}
