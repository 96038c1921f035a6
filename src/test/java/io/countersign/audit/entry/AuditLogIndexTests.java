package io.countersign.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.TestPostgres;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Each filter finds old and rare entries through an index: the pages that PostgreSQL reads show it. */
class AuditLogIndexTests {

    private static final int ENTRIES = 40_000;
    /** A page of 51 entries reads nine of these for each entry. */
    private static final int MOST_PAGES_READ = 500;

    private static DataSource dataSource;

    @BeforeAll
    static void append() {
        dataSource = TestDatabase.migrated();
        insert(1, 3, "'mia'", "'REJECT'", "'CONFIRMED'", "'rare'");
        insert(4, ENTRIES, "'system'", "'READ'", "'DISCOVERED'", "'common'");
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql("vacuum analyze audit_entry").update();
        assertThat(jdbc.sql("select relpages from pg_class where relname = 'audit_entry'")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(2 * MOST_PAGES_READ);
    }

    private static void insert(int first, int last, String actor, String action, String outcome, String value) {
        JdbcClient.create(dataSource)
                .sql("""
                insert into audit_entry (seq, at, actor, action, outcome, invitation_id, decision_id, resource_type,
                  resource_name, resource_id, owner, account_id, region, permission)
                select s, timestamptz '2025-01-01' + s * interval '10 minutes', %1$s, %2$s, %3$s, md5(s::text), s, %4$s,
                  %4$s || ' workload ' || s, md5('r' || s), %4$s, %4$s, %4$s, %4$s from generate_series(%5$d, %6$d) s""".formatted(actor, action, outcome, value, first, last))
                .update();
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of("nothing", ENTRIES, filter(null, null, null, null, null)),
                Arguments.of("person", 3, filter("mia", null, null, null, null)),
                Arguments.of("action", 3, filter(null, AuditAction.REJECT, null, null, null)),
                Arguments.of("outcome", 3, filter(null, null, AuditOutcome.CONFIRMED, null, null)),
                Arguments.of("type", 3, about(new AuditEntryFilter.Subject("rare", null, null, null, null))),
                Arguments.of("owner", 3, about(new AuditEntryFilter.Subject(null, List.of("rare"), null, null, null))),
                Arguments.of(
                        "account", 3, about(new AuditEntryFilter.Subject(null, null, List.of("rare"), null, null))),
                Arguments.of("region", 3, about(new AuditEntryFilter.Subject(null, null, null, "rare", null))),
                Arguments.of("permission", 3, about(new AuditEntryFilter.Subject(null, null, null, null, "rare"))),
                Arguments.of("activity", 3, activity()),
                Arguments.of("days", 143, filter(null, null, null, LocalDate.parse("2025-01-01"), null)),
                Arguments.of("text", 3, filter(null, null, null, null, "Rare Work")),
                Arguments.of("frequent text", ENTRIES - 3, filter(null, null, null, null, "common")),
                Arguments.of("decisions", 3, decided(null, null)),
                Arguments.of("decisions by person", 3, decided("MIA", null)),
                Arguments.of("decisions by action", 3, decided(null, AuditAction.REJECT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void readsFewPages(String name, int matching, AuditEntryFilter filter) {
        EntryCount count = new AuditEntryRepository(dataSource).count(filter);
        assertThat(count.number()).isEqualTo(Math.min(matching, EntryCount.most(filter)));
        assertThat(count.more()).isEqualTo(matching > EntryCount.most(filter));
        assertThat(pagesRead(AuditEntryRepository.page(new AuditEntryCondition(filter), "desc", 51), filter))
                .isLessThan(MOST_PAGES_READ);
    }

    @Test
    void migratesWithoutTheRightToCreateExtensions() {
        SimpleDriverDataSource limited = schemaOfALimitedUser();
        TestDatabase.migrate(limited);
        JdbcClient.create(limited)
                .sql("insert into audit_entry (seq, at, actor, action, outcome, reason)"
                        + " values (1, now(), 'lead', 'REJECT', 'CONFIRMED', 'Not Ours')")
                .update();
        assertThat(textIndexes(limited)).isZero();
        assertThat(new AuditEntryRepository(limited)
                        .newest(filter(null, null, null, null, "not ours"))
                        .entries())
                .hasSize(1);
    }

    @Test
    void usesAnExtensionOfAnotherSchema() {
        SimpleDriverDataSource limited = schemaOfALimitedUser();
        try (Connection superuser = superuserOf(limited).getConnection()) {
            superuser
                    .createStatement()
                    .execute("create schema extensions; create extension pg_trgm schema extensions;"
                            + " grant usage on schema extensions to public");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        TestDatabase.migrate(limited);
        assertThat(textIndexes(limited)).isOne();
    }

    private static int textIndexes(DataSource database) {
        return JdbcClient.create(database)
                .sql("select count(*) from pg_indexes where indexname = 'entry_text'")
                .query(Integer.class)
                .single();
    }

    /** The user owns a schema of its own, and not the database. */
    private static SimpleDriverDataSource schemaOfALimitedUser() {
        SimpleDriverDataSource superuser = TestPostgres.running().empty();
        String name = "limited_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient jdbc = JdbcClient.create(superuser);
        jdbc.sql("create role " + name + " login password 'limited'").update();
        jdbc.sql("create schema desk authorization " + name).update();
        String url = superuser.getUrl();
        return new SimpleDriverDataSource(
                superuser.getDriver(), url + (url.contains("?") ? "&" : "?") + "currentSchema=desk", name, "limited");
    }

    private static DataSource superuserOf(SimpleDriverDataSource limited) {
        SimpleDriverDataSource superuser = TestPostgres.running().empty();
        return new SimpleDriverDataSource(
                superuser.getDriver(),
                limited.getUrl().replaceFirst(".currentSchema=desk", ""),
                superuser.getUsername(),
                superuser.getPassword());
    }

    private static int pagesRead(String sql, AuditEntryFilter filter) {
        String plan = JdbcClient.create(dataSource)
                .sql("explain (analyze, buffers, format json) " + sql)
                .params(new AuditEntryCondition(filter).params())
                .query(String.class)
                .single();
        var top = JsonMapper.shared().readTree(plan).get(0).get("Plan");
        return top.get("Shared Hit Blocks").asInt()
                + top.get("Shared Read Blocks").asInt();
    }

    private static AuditEntryFilter filter(
            @Nullable String person,
            @Nullable AuditAction action,
            @Nullable AuditOutcome outcome,
            @Nullable LocalDate day,
            @Nullable String text) {
        return new AuditEntryFilter(
                person,
                action,
                outcome,
                false,
                true,
                AuditEntryFilter.Subject.ANY,
                new AuditEntryFilter.Days(day, day),
                text,
                EntryVisibility.ALL);
    }

    private static AuditEntryFilter about(AuditEntryFilter.Subject subject) {
        return new AuditEntryFilter(
                null, null, null, false, true, subject, AuditEntryFilter.Days.ANY, null, EntryVisibility.ALL);
    }

    private static AuditEntryFilter activity() {
        return new AuditEntryFilter(
                null,
                null,
                null,
                false,
                false,
                AuditEntryFilter.Subject.ANY,
                AuditEntryFilter.Days.ANY,
                null,
                EntryVisibility.ALL);
    }

    private static AuditEntryFilter decided(@Nullable String person, @Nullable AuditAction action) {
        return new AuditEntryFilter(
                person,
                action,
                null,
                true,
                true,
                AuditEntryFilter.Subject.ANY,
                AuditEntryFilter.Days.ANY,
                null,
                EntryVisibility.ALL);
    }
}
