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
import io.countersign.audit.export.NameColumn;
import io.countersign.audit.verification.VerificationRepository;
import io.countersign.connection.AccountId;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.owner.TestOwners;
import io.countersign.team.access.UnrestrictedAccess;
import java.net.URI;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
    private static final AuditSubject ABOUT = AuditSubject.ofSource("111122223333", "eu-west-1");

    /** 111122223333 is a connection, 999988887777 an external owner. */
    private static final KnownAccounts ACCOUNTS = new KnownAccounts() {
        @Override
        public Optional<KnownAccount> find(String accountId) {
            return knownAccounts().stream()
                    .filter(each -> each.account().value().equals(accountId))
                    .findFirst();
        }

        @Override
        public Collection<KnownAccount> knownAccounts() {
            return List.of(
                    new KnownAccount(new AccountId("111122223333"), "Retail", true),
                    new KnownAccount(new AccountId("999988887777"), "Contoso, Inc.", false));
        }
    };

    private static final HistoryForm EMPTY =
            new HistoryForm(null, null, null, null, null, null, null, null, null, null, null, null);

    @TempDir
    Path directory;

    private AuditEntryRepository entries;
    private AuditLog log;
    private JdbcClient jdbc;
    private MockMvc mvc;

    @BeforeEach
    void start() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T23:59:59.999Z"));
        DataSource dataSource = TestDatabase.migrated();
        entries = new AuditEntryRepository(dataSource);
        log = TestAuditLog.log(dataSource, clock);
        jdbc = JdbcClient.create(dataSource);
        KnownNames names = new KnownNames(TestOwners.on(dataSource, clock, ACCOUNTS), ACCOUNTS);
        HistoryPage page = new HistoryPage(
                entries,
                names,
                new IntegrityBadges(
                        new VerificationRepository(JdbcClient.create(dataSource)),
                        TestAuditLog.properties(directory),
                        clock),
                clock);
        HistoryAccess access = new HistoryAccess(null, new UnrestrictedAccess(), new StaticMessageSource());
        mvc = MockMvcBuilders.standaloneSetup(
                        new HistoryController(page, access),
                        new HistoryDownloadController(
                                page, new HistoryExport(log, entries, names, clock), access, names))
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
        assertThat(shown.filters()).isZero();
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
        assertThat(shown.filters()).isEqualTo(2);
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
                .containsExactly("/decisions/7?from=log", "/invitations/" + "a".repeat(32));
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
        "membership, outside",
        "permission, readonly"
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
        mvc.perform(get("/history").param("account", "x".repeat(101)))
                .andExpect(status().isBadRequest())
                .andExpect(model().attributeHasFieldErrorCode("form", "account", "Size"));
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
                .andExpect(model().attributeErrorCount("form", 1));
    }

    @ParameterizedTest
    @CsvSource({"before, x", "before, -1", "before, 99999999999999999999", "after, 1.5"})
    void reportsAnInvalidPagePosition(String name, String typed) throws Exception {
        mvc.perform(get("/history").param(name, typed))
                .andExpect(status().isBadRequest())
                .andExpect(model().attributeErrorCount("form", 1));
    }

    @Test
    void findsOwnersByIdNameAndMembershipOfToday() throws Exception {
        jdbc.sql("insert into owner_account (account_id, name, membership, trust, version, changed_at, changed_by)"
                        + " values ('555566667777', 'Northwind', 'INTERNAL', 'NONE', 1, now(), 'lead')")
                .update();
        log.append(shared("999988887777", "CONTRIBUTOR"));
        log.append(shared("555566667777", "READONLY"));
        log.append(shared("000000000000", "READONLY"));
        assertThat(owners("owner=contoso")).containsExactly("999988887777");
        assertThat(owners("owner=9999%208888%207777")).containsExactly("999988887777");
        assertThat(owners("owner=000000000000")).containsExactly("000000000000");
        assertThat(owners("owner=Fabrikam")).isEmpty();
        assertThat(owners("membership=EXTERNAL")).containsExactly("999988887777");
        assertThat(owners("membership=INTERNAL")).containsExactly("555566667777");
        assertThat(owners("membership=INTERNAL&owner=contoso")).isEmpty();
        assertThat(owners("permission=CONTRIBUTOR")).containsExactly("999988887777");
        assertThat(shown("/history").owners().get("999988887777").name()).isEqualTo("Contoso, Inc.");
    }

    @Test
    void findsAccountsByIdAndByAPartOfTheNameOfToday() throws Exception {
        log.append(in("111122223333"));
        log.append(in("999988887777"));
        log.append(in("000000000000"));
        log.append(in(null));
        assertThat(seqs("/history?account=111122223333")).containsExactly(1L);
        assertThat(seqs("/history?account=1111 2222 3333")).containsExactly(1L);
        assertThat(seqs("/history?account=000000000000")).containsExactly(3L);
        assertThat(seqs("/history?account=reTAIL")).containsExactly(1L);
        assertThat(seqs("/history?account=o")).containsExactly(2L);
        assertThat(seqs("/history?account=Fabrikam")).isEmpty();
        assertThat(download("/history.csv?account=retail").getContentAsString())
                .contains("\"111122223333\"")
                .doesNotContain("\"999988887777\"");
        assertThat(shown("/history").accounts())
                .containsOnly(Map.entry("111122223333", "Retail"), Map.entry("999988887777", "Contoso, Inc."));
    }

    @Test
    void hidesRoutineEntriesUntilTheyAreAskedFor() throws Exception {
        log.append(AuditEntry.bySystem(AuditAction.READ, AuditOutcome.DISCOVERED)
                .about(ABOUT)
                .withMessage("one"));
        log.append(AuditEntry.bySystem(AuditAction.EXPIRY_WARNING, AuditOutcome.WARNED)
                .about(ABOUT));
        log.append(AuditEntry.bySystem(AuditAction.READ, AuditOutcome.EXPIRED).about(ABOUT));
        log.append(AuditEntry.bySystem(AuditAction.READ, AuditOutcome.FAILED).about(ABOUT));
        signIn("lead");
        assertThat(seqs("/history")).containsExactly(5L, 4L);
        assertThat(shown("/history").total().number()).isEqualTo(2);
        assertThat(shown("/history").routine()).isFalse();
        assertThat(seqs("/history?account=111122223333")).containsExactly(4L);
        assertThat(shown("/history?outcome=ALL").routine()).isTrue();
        assertThat(seqs("/history?outcome=ALL")).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(seqs("/history?outcome=EXPIRED")).containsExactly(3L);
        assertThat(seqs("/history?action=READ")).containsExactly(4L, 3L, 1L);
        assertThat(seqs("/history?text=one")).containsExactly(1L);
        assertThat(shown("/history?person=lead").tabs())
                .extracting(HistoryView.Choice::href)
                .containsExactly(
                        "/history?person=lead",
                        "/history?person=lead&outcome=DECIDED",
                        "/history?person=lead&outcome=ALL");
    }

    @Test
    void offersRangesOfDays() throws Exception {
        HistoryView shown = shown("/history?person=lead&from=2026-11-16&to=2026-11-22");
        assertThat(shown.ranges())
                .extracting(HistoryView.Choice::href)
                .containsExactly(
                        "/history?person=lead&from=2026-11-16&to=2026-11-22",
                        "/history?person=lead&from=2026-10-24&to=2026-11-22",
                        "/history?person=lead&from=2026-11-01&to=2026-11-22",
                        "/history?person=lead&from=2026-10-01&to=2026-10-31",
                        "/history?person=lead&from=2026-10-01&to=2026-11-22",
                        "/history?person=lead&from=2026-07-01&to=2026-09-30");
        assertThat(shown.ranges())
                .extracting(HistoryView.Choice::current)
                .containsExactly(true, false, false, false, false, false);
    }

    @Test
    void offersQuartersOfTheCalendarAlsoAtTheirFirstAndLastDay() {
        for (String day : List.of("2027-01-01", "2027-03-31")) {
            assertThat(HistoryLinks.ranges(EMPTY, LocalDate.parse(day)))
                    .extracting(HistoryView.Choice::href)
                    .endsWith("/history?from=2027-01-01&to=" + day, "/history?from=2026-10-01&to=2026-12-31");
        }
    }

    @Test
    void offersPresetsThatKeepTheDaysAndReplaceOtherFilters() throws Exception {
        HistoryView shown = shown("/history?person=lead&action=BREAK_GLASS&from=2026-07-01&to=2026-09-30");
        assertThat(shown.presets())
                .extracting(HistoryView.Choice::href)
                .containsExactly(
                        "/history?action=ACCEPT&from=2026-07-01&membership=EXTERNAL&outcome=DECIDED"
                                + "&permission=CONTRIBUTOR&to=2026-09-30",
                        "/history?action=BREAK_GLASS&from=2026-07-01&to=2026-09-30",
                        "/history?from=2026-07-01&outcome=FAILED&to=2026-09-30");
        assertThat(shown.presets()).noneMatch(HistoryView.Choice::current);
        for (HistoryView.Choice preset : shown.presets()) {
            HistoryView chosen = shown(preset.href());
            assertThat(chosen.refused()).isFalse();
            assertThat(chosen.presets())
                    .filteredOn(HistoryView.Choice::current)
                    .extracting(HistoryView.Choice::key)
                    .containsExactly(preset.key());
            assertThat(chosen.ranges())
                    .filteredOn(HistoryView.Choice::current)
                    .extracting(HistoryView.Choice::key)
                    .containsExactly("last-quarter");
        }
    }

    @Test
    void findsWhatThePresetsName() throws Exception {
        log.append(decided("999988887777", "CONTRIBUTOR", 1, AuditAction.ACCEPT, AuditOutcome.SENDING));
        log.append(decided("999988887777", "CONTRIBUTOR", 1, AuditAction.ACCEPT, AuditOutcome.CONFIRMED));
        log.append(decided("999988887777", "CONTRIBUTOR", 2, AuditAction.REJECT, AuditOutcome.SENDING));
        log.append(decided("999988887777", "CONTRIBUTOR", 2, AuditAction.REJECT, AuditOutcome.CONFIRMED));
        log.append(decided("999988887777", "READONLY", 3, AuditAction.ACCEPT, AuditOutcome.SENDING));
        log.append(decided("999988887777", "READONLY", 3, AuditAction.ACCEPT, AuditOutcome.CONFIRMED));
        log.append(decided("111122223333", "CONTRIBUTOR", 4, AuditAction.ACCEPT, AuditOutcome.SENDING));
        log.append(decided("111122223333", "CONTRIBUTOR", 4, AuditAction.ACCEPT, AuditOutcome.CONFIRMED));
        log.append(decided("111122223333", "CONTRIBUTOR", 5, AuditAction.BREAK_GLASS, AuditOutcome.OVERRIDDEN));
        log.append(decided("111122223333", "CONTRIBUTOR", 5, AuditAction.ACCEPT, AuditOutcome.FAILED));
        List<String> links = shown("/history").presets().stream()
                .map(HistoryView.Choice::href)
                .toList();
        assertThat(seqs(links.get(0))).containsExactly(2L);
        assertThat(seqs(links.get(1))).containsExactly(9L);
        assertThat(seqs(links.get(2))).containsExactly(10L);
    }

    @Test
    void ignoresEmptyFields() throws Exception {
        signIn("lead");
        HistoryView shown = shown(
                get(URI.create("/history?person=&action=&outcome=&type=&account=&region=&from=&to=&text=%20&before=")));
        assertThat(shown.refused()).isFalse();
        assertThat(shown.filters()).isZero();
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
                        + "\"'=HYPERLINK(\"\"x\"\")\",,,,,,\r\n");
    }

    @Test
    void downloadsTheNamesOfToday() throws Exception {
        log.append(shared("999988887777", "CONTRIBUTOR"));
        assertThat(download("/history.csv").getContentAsString())
                .endsWith(",\"Contoso, Inc.\",\"EXTERNAL\",\"Retail\"\r\n");
        assertThat(entries.newest(AuditEntryFilter.ALL).entries().get(0).message())
                .isEqualTo("CSV of everything");
    }

    @Test
    void downloadsEveryEntryUnlessTheLinkOfThePageLeavesOutRoutineEntries() throws Exception {
        log.append(AuditEntry.bySystem(AuditAction.READ, AuditOutcome.DISCOVERED)
                .about(ABOUT)
                .withMessage("one"));
        signIn("lead");
        assertThat(download("/history.jsonl").getContentAsString().lines()).hasSize(2);
        assertThat(download("/history.csv?account=111122223333").getContentAsString())
                .contains("DISCOVERED");

        String link = shown("/history").links().jsonl();
        assertThat(link).isEqualTo("/history.jsonl?outcome=ACTIVITY");
        assertThat(download(link).getContentAsString()).doesNotContain("DISCOVERED");
        assertThat(shown("/history?person=lead&outcome=ALL").links().csv())
                .isEqualTo("/history.csv?person=lead&outcome=ALL");
        assertThat(shown("/history?text=one").links().csv()).isEqualTo("/history.csv?text=one");

        assertThat(seqs("/history?outcome=ACTIVITY&action=READ")).isEmpty();
        assertThat(shown("/history?outcome=ACTIVITY").tabs())
                .filteredOn(HistoryView.Choice::current)
                .extracting(HistoryView.Choice::key)
                .containsExactly("ACTIVITY");
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
        assertThat(line.propertyNames()).hasSize(AuditColumn.values().length + NameColumn.values().length);
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

    private static AuditEntry in(@Nullable String account) {
        return AuditEntry.by("lead", AuditAction.VIEW, AuditOutcome.DONE)
                .about(new AuditSubject(null, null, null, null, null, null, account, null, null));
    }

    private static AuditEntry decided(
            String owner, String permission, long decision, AuditAction action, AuditOutcome outcome) {
        return AuditEntry.by("lead", action, outcome)
                .about(shared(owner, permission).subject().withDecision(decision));
    }

    private static AuditEntry shared(String owner, String permission) {
        return AuditEntry.by("lead", AuditAction.VIEW, AuditOutcome.DONE)
                .about(new AuditSubject(
                        "a".repeat(32), null, "LENS", "n", null, owner, "111122223333", "eu-west-1", permission));
    }

    private List<String> owners(String query) throws Exception {
        return shown(get(URI.create("/history?" + query))).rows().stream()
                .map(row -> row.entry().subject().owner())
                .toList();
    }

    private List<Long> seqs(String url) throws Exception {
        return shown(url).rows().stream().map(row -> row.entry().seq()).toList();
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
