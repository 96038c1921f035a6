package io.countersign.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.connection.Source;
import io.countersign.invitation.Scope;
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

class EntriesTests {

    private static final Subject LENS = subject("LENS", "SaaS lens", "111122223333", "eu-west-1");
    private static final Subject WORKLOAD = subject("WORKLOAD", "Zahlungen ’24 支払い", "222233334444", "us-east-1");

    private DataSource dataSource;
    private JdbcClient jdbc;
    private Entries entries;

    @BeforeEach
    void start() {
        dataSource = TestDatabase.migrated();
        jdbc = JdbcClient.create(dataSource);
        entries = at("2026-11-22T14:03:22.123456789Z");
    }

    @Test
    void readsNoFurtherThanTheScopeAndWhatIsAboutNoAccountAlways() {
        Source retail = new Source(new AccountId("111122223333"), new Region("eu-west-1"));
        Source other = new Source(new AccountId("222233334444"), new Region("eu-west-1"));
        long signIn = entries.appendNow(NewEntry.by("ann", EntryAction.SIGN_IN, EntryOutcome.DONE));
        long seen = entries.appendNow(
                NewEntry.by("system", EntryAction.READ, EntryOutcome.GONE).about(Subject.of(retail)));
        entries.append(
                NewEntry.by("system", EntryAction.READ, EntryOutcome.GONE).about(Subject.of(other)));
        Scope scope = new Scope("account_id = :mine", Map.of(), Map.of("mine", "111122223333"), false);

        EntryFilter filter = EntryFilter.ALL.in(scope);
        assertThat(found(filter)).containsExactly(seen, signIn);
        assertThat(entries.count(filter)).isEqualTo(2);
        assertThat(filter.isAll()).isTrue();
    }

    @Test
    void keepsEveryColumn() {
        Subject subject = new Subject(
                "a".repeat(32),
                7L,
                "LENS",
                "name",
                "arn:aws:x",
                "555566667777",
                "111122223333",
                "eu-west-1",
                "READONLY");
        long seq = entries.appendNow(new NewEntry(
                "lead", EntryAction.ACCEPT, EntryOutcome.CONFIRMED, subject, "two\nlines", "said", "request-1"));
        assertThat(all(EntryFilter.ALL))
                .containsExactly(new Entry(
                        seq,
                        Instant.parse("2026-11-22T14:03:22.123Z"),
                        "lead",
                        "ACCEPT",
                        "CONFIRMED",
                        subject,
                        "two\nlines",
                        "said",
                        "request-1"));
    }

    @Test
    void keepsWhatIsAbsentAbsent() {
        entries.append(NewEntry.by("lead", EntryAction.SIGN_IN, EntryOutcome.DONE));
        Entry entry = all(EntryFilter.ALL).get(0);
        assertThat(entry.subject()).isEqualTo(Subject.NONE);
        assertThat(entry.reason()).isNull();
    }

    @Test
    void takesTextOfAnyLengthAndKind() {
        String hostile = "\u0000\u001b[31m\ud800\u202e" + "😀".repeat(10_000);
        Subject subject =
                new Subject(null, null, hostile, hostile, hostile, hostile, "111122223333", "eu-west-1", hostile);
        entries.append(
                new NewEntry(hostile, EntryAction.SIGN_IN, EntryOutcome.REFUSED, subject, hostile, hostile, hostile));
        Entry entry = all(EntryFilter.ALL).get(0);
        assertThat(entry.actor())
                .startsWith("␀␛[31m\uFFFD\uFFFD😀")
                .endsWith("😀…")
                .hasSizeBetween(63, 64);
        assertThat(entry.message()).endsWith("…").hasSizeBetween(1999, 2000);
    }

    @Test
    void filtersByEachField() {
        long signIn = entries.appendNow(NewEntry.by("reviewer", EntryAction.SIGN_IN, EntryOutcome.DONE));
        long accept = entries.appendNow(
                NewEntry.by("lead", EntryAction.ACCEPT, EntryOutcome.CONFIRMED).about(LENS));
        long reject = entries.appendNow(
                NewEntry.by("lead", EntryAction.REJECT, EntryOutcome.FAILED).about(WORKLOAD));

        assertThat(found(EntryFilter.ALL)).containsExactly(reject, accept, signIn);
        assertThat(found(new EntryFilter("reviewer", null, null, null, null, null, null, null, null)))
                .containsExactly(signIn);
        assertThat(found(new EntryFilter(null, EntryAction.ACCEPT, null, null, null, null, null, null, null)))
                .containsExactly(accept);
        assertThat(found(new EntryFilter(null, null, EntryOutcome.FAILED, null, null, null, null, null, null)))
                .containsExactly(reject);
        assertThat(found(new EntryFilter(null, null, null, ResourceType.LENS, null, null, null, null, null)))
                .containsExactly(accept);
        assertThat(found(
                        new EntryFilter(null, null, null, null, new AccountId("222233334444"), null, null, null, null)))
                .containsExactly(reject);
        assertThat(found(new EntryFilter(null, null, null, null, null, new Region("eu-west-1"), null, null, null)))
                .containsExactly(accept);
        assertThat(found(EntryFilter.ALL.of("999988887777"))).containsExactly(accept);
        assertThat(found(new EntryFilter("lead", EntryAction.SIGN_IN, null, null, null, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void daysAreOfUtcAndTheLastIsIncluded() {
        long before = note(at("2026-11-20T23:59:59.999Z"));
        long first = note(at("2026-11-21T00:00:00Z"));
        long last = note(at("2026-11-22T23:59:59.999Z"));
        long after = note(at("2026-11-23T00:00:00Z"));

        LocalDate from = LocalDate.parse("2026-11-21");
        LocalDate to = LocalDate.parse("2026-11-22");
        assertThat(found(days(from, to))).containsExactly(last, first);
        assertThat(found(days(from, null))).containsExactly(after, last, first);
        assertThat(found(days(null, to))).containsExactly(last, first, before);
    }

    @Test
    void looksForTextInAnyCaseInEveryTextColumn() {
        Subject subject = new Subject(
                "abcdef0123456789abcdef0123456789", null, null, "Naming", "arn:aws:Lens/Xyz", null, null, null, null);
        long seq = entries.appendNow(new NewEntry(
                "lead", EntryAction.ACCEPT, EntryOutcome.FAILED, subject, "Because ÄÖ", "Conflict", "Req-9"));
        note(entries);
        for (String text : List.of("nAMING", "lens/xyz", "ABCDEF0123", "because ÄÖ", "CONFLICT", "req-9")) {
            assertThat(found(text(text))).as(text).containsExactly(seq);
        }
        assertThat(found(text("lead"))).isEmpty();
    }

    @Test
    void takesWildcardsForWhatTheyAre() {
        long percent = entries.appendNow(said("100% sure"));
        long underscore = entries.appendNow(said("snake_case"));
        long mark = entries.appendNow(said("done!"));
        long backslash = entries.appendNow(said("C:\\temp"));
        long quote = entries.appendNow(said("it's ’quoted’"));
        assertThat(found(text("%"))).containsExactly(percent);
        assertThat(found(text("_"))).containsExactly(underscore);
        assertThat(found(text("!"))).containsExactly(mark);
        assertThat(found(text("\\"))).containsExactly(backslash);
        assertThat(found(text("it's ’"))).containsExactly(quote);
    }

    @Test
    void pagesWithoutGapsOrDoublesWhileEntriesArrive() {
        List<Long> first = LongStream.range(0, 120).mapToObj(i -> note(entries)).toList();
        List<Long> seen = new ArrayList<>();
        EntryPage page = entries.newest(EntryFilter.ALL);
        assertThat(page.newer()).isNull();
        while (true) {
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(Entries.PAGE_SIZE);
            page.entries().forEach(entry -> seen.add(entry.seq()));
            note(entries);
            if (page.older() == null) {
                break;
            }
            page = entries.older(EntryFilter.ALL, page.older());
        }
        assertThat(seen.stream().sorted().toList()).isEqualTo(first);
        assertThat(seen).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void pagesBackToWhereItCameFrom() {
        for (int i = 0; i < 160; i++) {
            note(entries);
        }
        EntryPage first = entries.newest(EntryFilter.ALL);
        EntryPage second = entries.older(EntryFilter.ALL, first.older());
        EntryPage third = entries.older(EntryFilter.ALL, second.older());
        assertThat(entries.newer(EntryFilter.ALL, third.newer()).entries()).isEqualTo(second.entries());
        assertThat(entries.newer(EntryFilter.ALL, second.newer())).isEqualTo(first);
    }

    @Test
    void leadsBackFromAPageBelowTheOldest() {
        long only = note(entries);
        EntryPage empty = entries.older(EntryFilter.ALL, only);
        assertThat(empty.entries()).isEmpty();
        assertThat(seqs(entries.newer(EntryFilter.ALL, empty.newer()).entries()))
                .containsExactly(only);
    }

    @Test
    void handsOverEveryEntryAcrossBatches() {
        List<Long> written =
                LongStream.range(0, 1203).mapToObj(i -> note(entries)).toList();
        List<Long> read = new ArrayList<>();
        entries.each(EntryFilter.ALL, written.get(1202), entry -> read.add(0, entry.seq()));
        assertThat(read).isEqualTo(written.subList(0, 1202));
        assertThat(entries.count(EntryFilter.ALL)).isEqualTo(1203);
    }

    @Test
    void showsWordsOfALaterVersionAsTheyAre() {
        jdbc.sql("insert into entry (seq, at, actor, action, outcome) values (1, now(), 'x', 'TELEPORT', 'MAYBE')")
                .update();
        assertThat(all(EntryFilter.ALL)).extracting(Entry::action).containsExactly("TELEPORT");
    }

    private Entries at(String now) {
        return TestRecord.entries(dataSource, InstantSource.fixed(Instant.parse(now)));
    }

    private static long note(Entries entries) {
        return entries.appendNow(NewEntry.by("system", EntryAction.READ, EntryOutcome.RECOVERED));
    }

    private static NewEntry said(String message) {
        return NewEntry.by("lead", EntryAction.OPEN, EntryOutcome.REFUSED).saying(message);
    }

    private List<Long> found(EntryFilter filter) {
        assertThat(entries.count(filter)).isEqualTo(all(filter).size());
        return seqs(all(filter));
    }

    private List<Entry> all(EntryFilter filter) {
        return entries.newest(filter).entries();
    }

    private static List<Long> seqs(List<Entry> entries) {
        return entries.stream().map(Entry::seq).toList();
    }

    private static EntryFilter days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new EntryFilter(null, null, null, null, null, null, from, to, null);
    }

    private static EntryFilter text(String text) {
        return new EntryFilter(null, null, null, null, null, null, null, null, text);
    }

    private static Subject subject(String type, String name, String account, String region) {
        return new Subject(
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
}
