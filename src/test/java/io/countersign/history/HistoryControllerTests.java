package io.countersign.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.AuditSubject;
import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.TestAuditLog;
import io.countersign.audit.entry.AuditColumn;
import io.countersign.audit.entry.AuditEntryFilter;
import io.countersign.audit.entry.AuditEntryRepository;
import io.countersign.audit.export.CsvFormat;
import io.countersign.audit.verification.VerificationRepository;
import io.countersign.team.access.UnrestrictedAccess;
import java.net.URI;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HistoryControllerTests {

    private static final Principal AUDITOR = () -> "auditor";

    @TempDir
    Path directory;

    private AuditEntryRepository entries;
    private AuditLog log;
    private MockMvc mvc;

    @BeforeEach
    void start() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T23:59:59.999Z"));
        DataSource dataSource = TestDatabase.migrated();
        entries = new AuditEntryRepository(dataSource);
        log = TestAuditLog.log(dataSource, clock);
        HistoryPage page = new HistoryPage(
                entries,
                new IntegrityBadges(
                        new VerificationRepository(JdbcClient.create(dataSource)),
                        TestAuditLog.properties(directory),
                        clock));
        HistoryAccess access = new HistoryAccess(null, new UnrestrictedAccess(), new StaticMessageSource());
        mvc = MockMvcBuilders.standaloneSetup(
                        new HistoryController(page, access),
                        new HistoryDownloadController(page, new HistoryExport(log, entries, clock), access))
                .defaultRequest(get("/").principal(AUDITOR))
                .build();
    }

    @Test
    void showsTheNewestEntriesFirstWithTheTotal() throws Exception {
        for (int i = 0; i < 51; i++) {
            signIn("lead");
        }
        HistoryView shown = shown("/history");
        assertThat(shown.total().number()).isEqualTo(51);
        assertThat(shown.filtered()).isFalse();
        assertThat(shown.rows())
                .hasSize(50)
                .extracting(row -> row.entry().seq())
                .startsWith(51L, 50L);
        assertThat(shown.links().older()).isEqualTo("/history?before=2");
        assertThat(shown.links().newer()).isNull();
    }

    @Test
    void encodesAllFiltersInLinks() throws Exception {
        for (int i = 0; i < 51; i++) {
            log.append(AuditEntry.by("lead", AuditAction.SIGN_IN, AuditOutcome.DONE)
                    .withMessage("a&b=c {x} +%"));
        }
        HistoryView shown = shown(get("/history").param("text", "a&b=c {x} +%").param("person", "lead"));
        assertThat(shown.total().number()).isEqualTo(51);
        assertThat(shown.filtered()).isTrue();
        assertThat(shown.links().older()).isEqualTo("/history?person=lead&text=a%26b%3Dc%20%7Bx%7D%20%2B%25&before=2");
        assertThat(shown.links().csv()).isEqualTo("/history.csv?person=lead&text=a%26b%3Dc%20%7Bx%7D%20%2B%25");
    }

    @Test
    void linksToTheDecisionOrTheInvitation() throws Exception {
        AuditSubject invited = new AuditSubject("a".repeat(32), null, "LENS", "n", null, null, null, null, null);
        AuditSubject decided = new AuditSubject("a".repeat(32), 7L, "LENS", "n", null, null, null, null, null);
        log.append(
                AuditEntry.by("lead", AuditAction.ACCEPT, AuditOutcome.REFUSED).about(invited));
        log.append(
                AuditEntry.by("lead", AuditAction.ACCEPT, AuditOutcome.SENDING).about(decided));
        assertThat(shown("/history").rows())
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
    void reportsAnInvalidParameterAndKeepsIt(String name, String typed) throws Exception {
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
    void rejectsTextThatIsTooLongOrHasControlCharacters() throws Exception {
        mvc.perform(get("/history").param("text", "x".repeat(201)))
                .andExpect(status().isBadRequest())
                .andExpect(model().attributeHasFieldErrorCode("form", "text", "Size"));
        mvc.perform(get("/history").param("text", "a\u0000b"))
                .andExpect(status().isBadRequest())
                .andExpect(model().attributeHasFieldErrorCode("form", "text", "PlainText"));
        mvc.perform(get("/history").param("person", "\u001b[2J"))
                .andExpect(status().isBadRequest())
                .andExpect(model().attributeHasFieldErrorCode("form", "person", "PlainText"));
        mvc.perform(get("/history").param("text", "x".repeat(200))).andExpect(status().isOk());
    }

    @Test
    void rejectsInvertedDaysAndTwoPagePositions() throws Exception {
        mvc.perform(get("/history").param("from", "2026-11-22").param("to", "2026-11-21"))
                .andExpect(status().isBadRequest())
                .andExpect(model().attributeHasFieldErrorCode("form", "from", "history.error.order"));
        mvc.perform(get("/history").param("before", "9").param("after", "1"))
                .andExpect(status().isBadRequest())
                .andExpect(model().attributeHasFieldErrorCode("form", "after", "history.error.both"));
    }

    @Test
    void ignoresEmptyFields() throws Exception {
        signIn("lead");
        HistoryView shown = shown(
                get(URI.create("/history?person=&action=&outcome=&type=&account=&region=&from=&to=&text=%20&before=")));
        assertThat(shown.refused()).isFalse();
        assertThat(shown.filtered()).isFalse();
        assertThat(shown.total().number()).isEqualTo(1);
    }

    @Test
    void downloadsTheFilteredEntriesAsCsv() throws Exception {
        signIn("reviewer");
        log.append(AuditEntry.by("lead", AuditAction.VIEW, AuditOutcome.REFUSED).withMessage("=HYPERLINK(\"x\")"));
        MockHttpServletResponse answer = download("/history.csv?person=lead");
        assertThat(answer.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"countersign-history-2026-11-22.csv\"");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.getContentAsString())
                .isEqualTo("\uFEFF" + CsvFormat.header()
                        + "2,\"2026-11-22T23:59:59.999Z\",\"lead\",\"VIEW\",\"REFUSED\",,,,,,,,,,,"
                        + "\"'=HYPERLINK(\"\"x\"\")\",,,\r\n");
    }

    @Test
    void downloadsJsonLinesWithNulls() throws Exception {
        log.append(
                AuditEntry.by("’支払い\"", AuditAction.VIEW, AuditOutcome.REFUSED).withMessage("=1\nsecond \\ line"));
        signIn("lead");
        List<String> lines =
                download("/history.jsonl").getContentAsString().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode line = JsonMapper.shared().readTree(lines.get(1));
        assertThat(line.propertyNames()).hasSize(AuditColumn.values().length);
        assertThat(line.get("seq").asLong()).isEqualTo(1);
        assertThat(line.get("at").asString()).isEqualTo("2026-11-22T23:59:59.999Z");
        assertThat(line.get("actor").asString()).isEqualTo("’支払い\"");
        assertThat(line.get("message").asString()).isEqualTo("=1\nsecond \\ line");
        assertThat(line.get("invitation_id").isNull()).isTrue();
    }

    @Test
    void recordsTheDownload() throws Exception {
        download("/history.csv?person=lead&action=ACCEPT");
        StoredAuditEntry entry = entries.newest(AuditEntryFilter.ALL).entries().get(0);
        assertThat(entry.actor()).isEqualTo("auditor");
        assertThat(entry.action()).isEqualTo("EXPORT");
        assertThat(entry.message()).isEqualTo("CSV of person=lead, action=ACCEPT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/history.csv", "/history.jsonl"})
    void rejectsADownloadWithInvalidParameters(String path) throws Exception {
        mvc.perform(get(path).param("from", "x").principal(AUDITOR))
                .andExpect(status().isBadRequest())
                .andExpect(view().name("history/history"))
                .andExpect(model().attributeHasFieldErrors("form", "from"));
        assertThat(entries.count(AuditEntryFilter.ALL).number()).isZero();
    }

    private MockHttpServletResponse download(String url) throws Exception {
        return mvc.perform(get(url).principal(AUDITOR))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    private HistoryView shown(String url) throws Exception {
        return shown(get(url));
    }

    private HistoryView shown(MockHttpServletRequestBuilder request) throws Exception {
        return (HistoryView)
                mvc.perform(request).andReturn().getModelAndView().getModel().get("history");
    }

    private void signIn(String person) {
        log.append(AuditEntry.by(person, AuditAction.SIGN_IN, AuditOutcome.DONE));
    }
}
