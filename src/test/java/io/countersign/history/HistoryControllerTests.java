package io.countersign.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import io.countersign.TestDatabase;
import io.countersign.team.OpenToAll;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HistoryControllerTests {

    private static final Principal AUDITOR = () -> "auditor";

    private Entries entries;
    private MockMvc mvc;

    @BeforeEach
    void start() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T23:59:59.999Z"));
        DataSource dataSource = TestDatabase.migrated();
        entries = TestRecord.entries(dataSource, clock);
        HistoryPage page = new HistoryPage(entries, new VerificationRows(JdbcClient.create(dataSource)));
        mvc = MockMvcBuilders.standaloneSetup(
                        new HistoryController(page, new OpenToAll()),
                        new HistoryDownloadController(page, new HistoryExport(entries, clock), new OpenToAll()))
                .defaultRequest(get("/").principal(AUDITOR))
                .build();
    }

    @Test
    void showsTheNewestFirstWithTheirTotal() throws Exception {
        for (int i = 0; i < 51; i++) {
            signIn("lead");
        }
        Map<String, Object> shown = shown("/history");
        assertThat(shown).containsEntry("total", 51L).containsEntry("filtered", false);
        assertThat(rows(shown)).hasSize(50).extracting(EntryRow::seq).startsWith(51L, 50L);
        assertThat(shown).containsEntry("older", "/history?before=2").containsEntry("newer", null);
    }

    @Test
    void linksCarryTheWholeStateEncoded() throws Exception {
        for (int i = 0; i < 51; i++) {
            entries.append(
                    NewEntry.by("lead", EntryAction.SIGN_IN, EntryOutcome.DONE).saying("a&b=c {x} +%"));
        }
        Map<String, Object> shown = mvc.perform(
                        get("/history").param("text", "a&b=c {x} +%").param("person", "lead"))
                .andReturn()
                .getModelAndView()
                .getModel();
        assertThat(shown)
                .containsEntry("total", 51L)
                .containsEntry("filtered", true)
                .containsEntry("older", "/history?person=lead&text=a%26b%3Dc%20%7Bx%7D%20%2B%25&before=2")
                .containsEntry("csv", "/history.csv?person=lead&text=a%26b%3Dc%20%7Bx%7D%20%2B%25");
    }

    @Test
    void leadsToTheDecisionOrTheInvitation() throws Exception {
        Subject invited = new Subject("a".repeat(32), null, "LENS", "n", null, null, null, null, null);
        Subject decided = new Subject("a".repeat(32), 7L, "LENS", "n", null, null, null, null, null);
        entries.append(
                NewEntry.by("lead", EntryAction.ACCEPT, EntryOutcome.REFUSED).about(invited));
        entries.append(
                NewEntry.by("lead", EntryAction.ACCEPT, EntryOutcome.SENDING).about(decided));
        assertThat(rows(shown("/history")))
                .extracting(EntryRow::link)
                .containsExactly("/decisions/7", "/invitations/" + "a".repeat(32));
    }

    @ParameterizedTest
    @CsvSource({
        "action, accept",
        "action, TELEPORT",
        "outcome, x",
        "type, BUCKET",
        "account, 123",
        "region, Mars",
        "from, 2026-02-30",
        "from, 22.11.2026",
        "to, tomorrow",
        "to, +12345-01-01",
        "before, x",
        "before, -1",
        "before, 99999999999999999999",
        "after, 1.5"
    })
    void namesTheParameterThatMakesNoSenseAndKeepsIt(String name, String typed) throws Exception {
        mvc.perform(get("/history").param(name, typed))
                .andExpect(status().isBadRequest())
                .andExpect(view().name("history/history"))
                .andExpect(model().attributeHasFieldErrorCode("form", name, "history.error." + name));
        assertThat(mvc.perform(get("/history").param(name, typed))
                        .andReturn()
                        .getModelAndView()
                        .getModel()
                        .get("form")
                        .toString())
                .contains(name + "=" + typed);
    }

    @Test
    void refusesTextThatIsTooLongOrHasControlCharacters() throws Exception {
        mvc.perform(get("/history").param("text", "x".repeat(201)))
                .andExpect(status().isBadRequest())
                .andExpect(model().attributeHasFieldErrorCode("form", "text", "history.error.long"));
        mvc.perform(get("/history").param("text", "a\u0000b"))
                .andExpect(status().isBadRequest())
                .andExpect(model().attributeHasFieldErrorCode("form", "text", "history.error.control"));
        mvc.perform(get("/history").param("person", "\u001b[2J"))
                .andExpect(status().isBadRequest())
                .andExpect(model().attributeHasFieldErrorCode("form", "person", "history.error.control"));
        mvc.perform(get("/history").param("text", "x".repeat(200))).andExpect(status().isOk());
    }

    @Test
    void refusesDaysInTheWrongOrderAndTwoPlaces() throws Exception {
        mvc.perform(get("/history").param("from", "2026-11-22").param("to", "2026-11-21"))
                .andExpect(status().isBadRequest())
                .andExpect(model().attributeHasFieldErrorCode("form", "from", "history.error.order"));
        mvc.perform(get("/history").param("before", "9").param("after", "1"))
                .andExpect(status().isBadRequest())
                .andExpect(model().attributeHasFieldErrorCode("form", "after", "history.error.both"));
    }

    @Test
    void takesEmptyFieldsOfTheFormForAny() throws Exception {
        signIn("lead");
        mvc.perform(get(URI.create(
                        "/history?person=&action=&outcome=&type=&account=&region=&from=&to=&text=%20&before=")))
                .andExpect(status().isOk())
                .andExpect(model().attribute("filtered", false))
                .andExpect(model().attribute("total", 1L));
    }

    @Test
    void downloadsTheFilteredEntriesAsCsv() throws Exception {
        signIn("reviewer");
        entries.append(
                NewEntry.by("lead", EntryAction.OPEN, EntryOutcome.REFUSED).saying("=HYPERLINK(\"x\")"));
        MockHttpServletResponse answer = download("/history.csv?person=lead");
        assertThat(answer.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"countersign-history-2026-11-22.csv\"");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.getContentAsString())
                .isEqualTo("\uFEFF" + Csv.header()
                        + "2,\"2026-11-22T23:59:59.999Z\",\"lead\",\"OPEN\",\"REFUSED\",,,,,,,,,,,"
                        + "\"'=HYPERLINK(\"\"x\"\")\",\r\n");
    }

    @Test
    void downloadsJsonLinesExactlyWithNulls() throws Exception {
        entries.append(
                NewEntry.by("’支払い\"", EntryAction.OPEN, EntryOutcome.REFUSED).saying("=1\nsecond \\ line"));
        signIn("lead");
        List<String> lines =
                download("/history.jsonl").getContentAsString().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode line = JsonMapper.shared().readTree(lines.get(1));
        assertThat(line.propertyNames()).hasSize(Column.values().length);
        assertThat(line.get("seq").asLong()).isEqualTo(1);
        assertThat(line.get("at").asString()).isEqualTo("2026-11-22T23:59:59.999Z");
        assertThat(line.get("actor").asString()).isEqualTo("’支払い\"");
        assertThat(line.get("message").asString()).isEqualTo("=1\nsecond \\ line");
        assertThat(line.get("invitation_id").isNull()).isTrue();
    }

    @Test
    void aDownloadIsAnEntryOfWhoTookWhat() throws Exception {
        download("/history.csv?person=lead&action=ACCEPT");
        Entry entry = entries.newest(EntryFilter.ALL).entries().get(0);
        assertThat(entry.actor()).isEqualTo("auditor");
        assertThat(entry.action()).isEqualTo("EXPORT");
        assertThat(entry.message()).isEqualTo("CSV of person=lead, action=ACCEPT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/history.csv", "/history.jsonl"})
    void aDownloadWithWrongParametersShowsThePageAndWritesNothingDown(String path) throws Exception {
        mvc.perform(get(path).param("from", "x").principal(AUDITOR))
                .andExpect(status().isBadRequest())
                .andExpect(view().name("history/history"))
                .andExpect(model().attributeHasFieldErrors("form", "from"));
        assertThat(entries.count(EntryFilter.ALL)).isZero();
    }

    private MockHttpServletResponse download(String url) throws Exception {
        return mvc.perform(get(url).principal(AUDITOR))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    private Map<String, Object> shown(String url) throws Exception {
        return mvc.perform(get(url)).andReturn().getModelAndView().getModel();
    }

    @SuppressWarnings("unchecked")
    private static List<EntryRow> rows(Map<String, Object> model) {
        return (List<EntryRow>) model.get("rows");
    }

    private void signIn(String person) {
        entries.append(NewEntry.by(person, EntryAction.SIGN_IN, EntryOutcome.DONE));
    }
}
