package io.countersign.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.AuditSubject;
import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.TestAuditLog;
import io.countersign.connection.AccountId;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.Region;
import io.countersign.connection.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditEntryRepositoryTests {

    private static final AuditSubject LENS = subject("LENS", "SaaS lens", "111122223333", "eu-west-1");
    private static final AuditSubject WORKLOAD = subject("WORKLOAD", "Zahlungen ’24 支払い", "222233334444", "us-east-1");

    private DataSource dataSource;
    private JdbcClient jdbc;
    private AuditEntryRepository entries;
    private AuditLog log;

    @BeforeEach
    void start() {
        dataSource = TestDatabase.migrated();
        jdbc = JdbcClient.create(dataSource);
        entries = new AuditEntryRepository(dataSource);
        log = at("2026-11-22T14:03:22.123456789Z");
    }

    @Test
    void readsVisibleEntriesAndEntriesAboutNoAccount() {
        Source retail = new Source(new AccountId("111122223333"), new Region("eu-west-1"));
        Source other = new Source(new AccountId("222233334444"), new Region("eu-west-1"));
        long signIn = log.appendNow(AuditEntry.by("ann", AuditAction.SIGN_IN, AuditOutcome.DONE));
        long seen = log.appendNow(
                AuditEntry.by("system", AuditAction.READ, AuditOutcome.REMOVED).about(AuditSubjects.of(retail)));
        log.append(
                AuditEntry.by("system", AuditAction.READ, AuditOutcome.REMOVED).about(AuditSubjects.of(other)));
        EntryVisibility scope = new EntryVisibility("ann", "account_id = :mine", Map.of("mine", "111122223333"));

        AuditEntryFilter filter = AuditEntryFilter.ALL.visibleBy(scope);
        assertThat(found(filter)).containsExactly(seen, signIn);
        assertThat(entries.count(filter).number()).isEqualTo(2);
    }

    @Test
    void hidesBatchesExportsAndDelegationsOfOthersFromReadersWhoDoNotSeeAllAccounts() {
        long own = log.appendNow(
                AuditEntry.by("ann", AuditAction.EXPORT, AuditOutcome.DONE).withMessage("CSV of text=contoso"));
        long batch = log.appendNow(
                AuditEntry.by("lead", AuditAction.BATCH, AuditOutcome.DONE).withReason("contoso is a secret"));
        long export = log.appendNow(
                AuditEntry.by("lead", AuditAction.EXPORT, AuditOutcome.DONE).withMessage("CSV of text=contoso"));

        long delegation = log.appendNow(
                AuditEntry.by("lead", AuditAction.DELEGATE, AuditOutcome.DONE).withReason("away at contoso"));

        AuditEntryFilter contoso = new AuditEntryFilter(
                null,
                null,
                null,
                false,
                true,
                AuditEntryFilter.Subject.ANY,
                AuditEntryFilter.Days.ANY,
                "contoso",
                EntryVisibility.ALL);
        assertThat(found(contoso)).containsExactly(delegation, export, batch, own);
        AuditEntryFilter visible =
                contoso.visibleBy(new EntryVisibility("ann", "account_id = :mine", Map.of("mine", "111122223333")));
        assertThat(found(visible)).containsExactly(own);
        assertThat(entries.count(visible).number()).isOne();
    }

    @Test
    void keepsEveryColumn() {
        AuditSubject subject = new AuditSubject(
                "a".repeat(32),
                7L,
                "LENS",
                "name",
                "arn:aws:x",
                "555566667777",
                "111122223333",
                "eu-west-1",
                "READONLY");
        long seq = log.appendNow(new AuditEntry(
                "lead", AuditAction.ACCEPT, AuditOutcome.CONFIRMED, subject, "two\nlines", "said", "request-1"));
        assertThat(all(AuditEntryFilter.ALL))
                .containsExactly(new StoredAuditEntry(
                        seq,
                        Instant.parse("2026-11-22T14:03:22.123Z"),
                        "lead",
                        "ACCEPT",
                        "CONFIRMED",
                        subject,
                        "two\nlines",
                        "said",
                        "request-1",
                        new StoredAuditEntry.Decider("lead", "ACCEPT")));
    }

    @Test
    void keepsNulls() {
        log.append(AuditEntry.by("lead", AuditAction.SIGN_IN, AuditOutcome.DONE));
        StoredAuditEntry entry = all(AuditEntryFilter.ALL).get(0);
        assertThat(entry.subject()).isEqualTo(AuditSubject.NONE);
        assertThat(entry.reason()).isNull();
    }

    @Test
    void sanitizesAndCutsHostileText() {
        String hostile = "\u0000\u001b[31m\ud800\u202e" + "😀".repeat(10_000);
        AuditSubject subject =
                new AuditSubject(null, null, hostile, hostile, hostile, hostile, "111122223333", "eu-west-1", hostile);
        log.append(
                new AuditEntry(hostile, AuditAction.SIGN_IN, AuditOutcome.REFUSED, subject, hostile, hostile, hostile));
        StoredAuditEntry entry = all(AuditEntryFilter.ALL).get(0);
        assertThat(entry.actor())
                .startsWith("␀␛[31m\uFFFD\uFFFD😀")
                .endsWith("😀…")
                .hasSizeBetween(253, 254);
        assertThat(entry.message()).endsWith("…").hasSizeBetween(1999, 2000);
    }

    @Test
    void filtersByEachField() {
        long signIn = log.appendNow(AuditEntry.by("reviewer", AuditAction.SIGN_IN, AuditOutcome.DONE));
        long accept = log.appendNow(AuditEntry.by("lead", AuditAction.ACCEPT, AuditOutcome.CONFIRMED)
                .about(LENS));
        long reject = log.appendNow(
                AuditEntry.by("lead", AuditAction.REJECT, AuditOutcome.FAILED).about(WORKLOAD));

        assertThat(found(AuditEntryFilter.ALL)).containsExactly(reject, accept, signIn);
        assertThat(found(filter("reviewer", null, null, null, null, null, null, null, null)))
                .containsExactly(signIn);
        assertThat(found(filter(null, AuditAction.ACCEPT, null, null, null, null, null, null, null)))
                .containsExactly(accept);
        assertThat(found(filter(null, null, AuditOutcome.FAILED, null, null, null, null, null, null)))
                .containsExactly(reject);
        assertThat(found(filter(null, null, null, "LENS", null, null, null, null, null)))
                .containsExactly(accept);
        assertThat(found(filter(null, null, null, null, "222233334444", null, null, null, null)))
                .containsExactly(reject);
        assertThat(found(filter(null, null, null, null, null, "eu-west-1", null, null, null)))
                .containsExactly(accept);
        assertThat(found(owner("999988887777"))).containsExactly(accept);
        assertThat(found(filter("lead", AuditAction.SIGN_IN, null, null, null, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void filtersByDaysInUtcIncludingTheLast() {
        long before = appendEntry(at("2026-11-20T23:59:59.999Z"));
        long first = appendEntry(at("2026-11-21T00:00:00Z"));
        long last = appendEntry(at("2026-11-22T23:59:59.999Z"));
        long after = appendEntry(at("2026-11-23T00:00:00Z"));

        LocalDate from = LocalDate.parse("2026-11-21");
        LocalDate to = LocalDate.parse("2026-11-22");
        assertThat(found(days(from, to))).containsExactly(last, first);
        assertThat(found(days(from, null))).containsExactly(after, last, first);
        assertThat(found(days(null, to))).containsExactly(last, first, before);
    }

    @Test
    void searchesEveryTextColumnIgnoringCase() {
        AuditSubject subject = new AuditSubject(
                "abcdef0123456789abcdef0123456789", null, null, "Naming", "arn:aws:Lens/Xyz", null, null, null, null);
        long seq = log.appendNow(new AuditEntry(
                "lead", AuditAction.ACCEPT, AuditOutcome.FAILED, subject, "Because ÄÖ", "Conflict", "Req-9"));
        appendEntry(log);
        for (String text : List.of("nAMING", "lens/xyz", "ABCDEF0123", "because ÄÖ", "CONFLICT", "req-9")) {
            assertThat(found(text(text))).as(text).containsExactly(seq);
        }
        assertThat(found(text("lead"))).isEmpty();
    }

    @Test
    void searchesWildcardsLiterally() {
        long percent = log.appendNow(entryWithMessage("100% sure"));
        long underscore = log.appendNow(entryWithMessage("snake_case"));
        long mark = log.appendNow(entryWithMessage("done!"));
        long backslash = log.appendNow(entryWithMessage("C:\\temp"));
        long quote = log.appendNow(entryWithMessage("it's ’quoted’"));
        assertThat(found(text("%"))).containsExactly(percent);
        assertThat(found(text("_"))).containsExactly(underscore);
        assertThat(found(text("!"))).containsExactly(mark);
        assertThat(found(text("\\"))).containsExactly(backslash);
        assertThat(found(text("it's ’"))).containsExactly(quote);
    }

    @Test
    void pagesWithoutGapsOrDuplicatesWhileEntriesArrive() {
        List<Long> first =
                LongStream.range(0, 120).mapToObj(i -> appendEntry(log)).toList();
        List<Long> seen = new ArrayList<>();
        AuditEntryPage page = entries.newest(AuditEntryFilter.ALL);
        assertThat(page.newer()).isNull();
        while (true) {
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(AuditEntryRepository.PAGE_SIZE);
            page.entries().forEach(entry -> seen.add(entry.seq()));
            appendEntry(log);
            if (page.older() == null) {
                break;
            }
            page = entries.older(AuditEntryFilter.ALL, page.older());
        }
        assertThat(seen.stream().sorted().toList()).isEqualTo(first);
        assertThat(seen).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void pagesBackToThePreviousPage() {
        for (int i = 0; i < 160; i++) {
            appendEntry(log);
        }
        AuditEntryPage first = entries.newest(AuditEntryFilter.ALL);
        AuditEntryPage second = entries.older(AuditEntryFilter.ALL, first.older());
        AuditEntryPage third = entries.older(AuditEntryFilter.ALL, second.older());
        assertThat(entries.newer(AuditEntryFilter.ALL, third.newer()).entries()).isEqualTo(second.entries());
        assertThat(entries.newer(AuditEntryFilter.ALL, second.newer())).isEqualTo(first);
    }

    @Test
    void pagesBackFromBelowTheOldestEntry() {
        long only = appendEntry(log);
        AuditEntryPage empty = entries.older(AuditEntryFilter.ALL, only);
        assertThat(empty.entries()).isEmpty();
        assertThat(seqs(entries.newer(AuditEntryFilter.ALL, empty.newer()).entries()))
                .containsExactly(only);
    }

    @Test
    void passesEveryEntryToTheConsumer() {
        List<Long> written =
                LongStream.range(0, 1203).mapToObj(i -> appendEntry(log)).toList();
        List<Long> read = new ArrayList<>();
        entries.each(AuditEntryFilter.ALL, written.get(1202), entry -> read.add(0, entry.seq()));
        assertThat(read).isEqualTo(written.subList(0, 1202));
        assertThat(entries.count(AuditEntryFilter.ALL).number()).isEqualTo(1203);
    }

    @Test
    void keepsUnknownActionsAndOutcomes() {
        jdbc.sql(
                        "insert into audit_entry (seq, at, actor, action, outcome) values (1, now(), 'x', 'TELEPORT', 'MAYBE')")
                .update();
        assertThat(all(AuditEntryFilter.ALL))
                .extracting(StoredAuditEntry::action)
                .containsExactly("TELEPORT");
    }

    private AuditLog at(String now) {
        return TestAuditLog.log(dataSource, InstantSource.fixed(Instant.parse(now)));
    }

    private static long appendEntry(AuditLog log) {
        return log.appendNow(AuditEntry.by("system", AuditAction.READ, AuditOutcome.RECOVERED));
    }

    private static AuditEntry entryWithMessage(String message) {
        return AuditEntry.by("lead", AuditAction.VIEW, AuditOutcome.REFUSED).withMessage(message);
    }

    private List<Long> found(AuditEntryFilter filter) {
        assertThat(entries.count(filter).number()).isEqualTo(all(filter).size());
        return seqs(all(filter));
    }

    private List<StoredAuditEntry> all(AuditEntryFilter filter) {
        return entries.newest(filter).entries();
    }

    private static List<Long> seqs(List<StoredAuditEntry> entries) {
        return entries.stream().map(StoredAuditEntry::seq).toList();
    }

    private static AuditEntryFilter days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return filter(null, null, null, null, null, null, from, to, null);
    }

    private static AuditEntryFilter text(String text) {
        return filter(null, null, null, null, null, null, null, null, text);
    }

    private static AuditSubject subject(String type, String name, String account, String region) {
        return new AuditSubject(
                "b".repeat(32),
                null,
                type,
                name,
                null,
                type.equals("LENS") ? "999988887777" : null,
                account,
                region,
                null);
    }

    private static AuditEntryFilter owner(String owner) {
        return new AuditEntryFilter(
                null,
                null,
                null,
                false,
                true,
                new AuditEntryFilter.Subject(null, List.of(owner), null, null, null),
                AuditEntryFilter.Days.ANY,
                null,
                EntryVisibility.ALL);
    }

    private static AuditEntryFilter filter(
            @Nullable String person,
            @Nullable AuditAction action,
            @Nullable AuditOutcome outcome,
            @Nullable String type,
            @Nullable String account,
            @Nullable String region,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String text) {
        return new AuditEntryFilter(
                person,
                action,
                outcome,
                false,
                true,
                new AuditEntryFilter.Subject(type, null, account == null ? null : List.of(account), region, null),
                new AuditEntryFilter.Days(from, to),
                text,
                EntryVisibility.ALL);
    }
}
