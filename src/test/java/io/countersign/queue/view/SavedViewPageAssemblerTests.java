package io.countersign.queue.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks the pages of saved views and the start view. */
@PageTest
class SavedViewPageAssemblerTests {

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("delete from default_view").update();
        jdbc.sql("delete from saved_view").update();
    }

    @Test
    void showsASavedViewAsStartPageAndALinkToTheWholeQueue() throws Exception {
        Page saved = save("reviewer", "Lenses <b>only</b>", "type=LENS&text=a%26b&sort=-name", true, false);
        assertThat(saved.location()).isEqualTo("/?text=a%26b&type=LENS&sort=-name");

        assertThat(pages.open("/", "reviewer").location()).isEqualTo(saved.location());
        assertThat(pages.open("/", "lead").status()).isEqualTo(200);
        assertThat(shown(saved.location(), "reviewer"))
                .contains("Lenses &lt;b&gt;only&lt;/b&gt;</bdi>", "aria-current=\"page\"><i class=\"bi bi-house\"")
                .contains("href=\"/?view=all\"");
        assertThat(pages.open("/?view=all", "reviewer").status()).isEqualTo(200);

        pages.submit("/views/all/start", "reviewer", Map.of());
        assertThat(pages.open("/", "reviewer").status()).isEqualTo(200);
    }

    @Test
    void showsASharedViewToDecidersAndLetsItsOwnerOrALeadRemoveIt() throws Exception {
        save("reviewer", "Urgent ones", "waited=144-", false, true);
        String id = id("Urgent ones");

        assertThat(shown("/views", "lead")).contains("Urgent ones", "/views/" + id + "/removal", ">Shared<");
        assertThat(shown("/views", "lead")).doesNotContain("/views/" + id + "/sharing");
        assertThat(shown("/views", "auditor")).doesNotContain("Urgent ones");
        assertThat(pages.submit("/views/" + id + "/start", "auditor", Map.of()).status())
                .isEqualTo(404);
        assertThat(pages.submit("/views/" + id + "/sharing", "lead", Map.of("shared", "false"))
                        .status())
                .isEqualTo(403);
        pages.submit("/views/" + id + "/start", "lead", Map.of());
        assertThat(pages.open("/", "lead").location()).isEqualTo("/?waited=144-");
        assertThat(pages.submit("/views/" + id + "/removal", "lead", Map.of()).location())
                .isEqualTo("/views");
        assertThat(pages.open("/", "lead").status()).isEqualTo(200);
    }

    @Test
    void letsAuditorsSaveButNotShare() throws Exception {
        assertThat(save("auditor", "Mine", "type=LENS", false, false).status()).isEqualTo(302);
        Page refused = save("auditor", "Ours", "type=LENS", false, true);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("only reviewers and leads can share views");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|type=LENS|Name: enter a name|#name",
                "Urgent|type=work load|Filter: |#query",
                "Urgent|account=12|Filter: account: an account ID has exactly 12 digits|#query",
                "Urgent|%zz|Filter: query: cannot be read|#query"
            })
    void showsTheErrorAndKeepsTheInput(String name, String query, String problem, String link) throws Exception {
        Page page = save("reviewer", name, query, false, false);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("<title>Error: ", problem, "href=\"" + link + "\"", "value=\"" + query + "\"");
    }

    @Test
    void refusesLongNamesAndControlCharacters() throws Exception {
        assertThat(save("reviewer", "x".repeat(61), "", false, false).body())
                .contains("Name: enter at most 60 characters");
        assertThat(save("reviewer", "a\u202eb", "", false, false).body()).contains("Name: remove control");
    }

    /** A parameter that a later version does not know must not make the start page unusable. */
    @Test
    void ignoresAnUnreadableStartView() throws Exception {
        save("reviewer", "Old", "type=LENS", true, false);
        jdbc.sql("update saved_view set query = 'sort=colour'").update();

        assertThat(pages.open("/", "reviewer").status()).isEqualTo(200);
        assertThat(pages.open("/?sort=colour", "reviewer").status()).isEqualTo(400);
    }

    private Page save(String person, String name, String query, boolean start, boolean shared) throws Exception {
        Map<String, String> fields = new HashMap<>(Map.of("name", name, "query", query));
        if (start) {
            fields.put("start", "true");
        }
        if (shared) {
            fields.put("shared", "true");
        }
        return pages.submit("/views", person, fields);
    }

    private String id(String name) {
        return jdbc.sql("select id from saved_view where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private String shown(String path, String person) throws Exception {
        Page page = pages.open(path, person);
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }
}
