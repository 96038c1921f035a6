package io.countersign.invitation;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.connection.Source;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts pending invitations. */
@Repository
public class PendingCounts {

    private final JdbcClient jdbc;

    PendingCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the invitations in the scope that were first seen at or after the given time. */
    public int seenSince(Instant moment, VisibilityScope visibilityScope) {
        return jdbc.sql("select count(*) from invitation where state = 'PENDING' and first_seen_at >= :moment and "
                        + VisibilityCondition.of(visibilityScope))
                .params(VisibilityCondition.parameters(visibilityScope))
                .param("moment", InvitationColumns.time(moment))
                .query(Integer.class)
                .single();
    }

    public long in(VisibilityScope visibilityScope) {
        return jdbc.sql("select count(*) from invitation where " + VisibilityCondition.PENDING + " and "
                        + VisibilityCondition.of(visibilityScope))
                .params(VisibilityCondition.parameters(visibilityScope))
                .query(Long.class)
                .single();
    }

    /** Counts the invitations in the scope, which contains only few sources, and stops at the end of a capped count. */
    public CappedCount capped(VisibilityScope few) {
        return new CappedCount(jdbc.sql("""
                        select count(*) from (
                          select 1 from invitation
                          where %s and account_id in (select unnest(cast(:scope_accounts as varchar array))) and %s
                          limit :most) pending""".formatted(VisibilityCondition.PENDING, VisibilityCondition.of(few)))
                .params(VisibilityCondition.parameters(few))
                .param("most", CappedCount.END)
                .query(Integer.class)
                .single());
    }

    /** Counts the invitations in the scope by account and Region; sources without any are missing. */
    public Map<Source, Integer> bySource(Collection<AccountId> accounts, VisibilityScope visibilityScope) {
        Map<Source, Integer> bySource = new HashMap<>();
        jdbc.sql("""
                select account_id, region, count(*) as pending from invitation
                where %s and account_id in (select unnest(cast(:accounts as varchar array))) and %s
                group by account_id, region""".formatted(VisibilityCondition.PENDING, VisibilityCondition.of(visibilityScope)))
                .params(VisibilityCondition.parameters(visibilityScope))
                .param("accounts", accounts.stream().map(AccountId::value).toArray(String[]::new))
                .query(row -> {
                    bySource.put(
                            new Source(new AccountId(row.getString("account_id")), new Region(row.getString("region"))),
                            row.getInt("pending"));
                });
        return bySource;
    }

    /**
     * @param byType the number of pending invitations of each type, including unknown types
     * @param unclear the number of invitations with an unclear decision
     */
    public record Counts(Map<ResourceType, Long> byType, long unclear) {}

    private record Row(ResourceType type, long pending, long unclear) {}

    /** Runs one query on the index of the queue. */
    public Counts now() {
        Map<ResourceType, Long> byType = new HashMap<>();
        long unclear = 0;
        for (Row row : jdbc.sql("""
                        select resource_type, count(*), sum(case when unclear then 1 else 0 end)
                        from invitation where state = 'PENDING' group by resource_type""")
                .query((row, number) -> new Row(new ResourceType(row.getString(1)), row.getLong(2), row.getLong(3)))
                .list()) {
            byType.put(row.type(), row.pending());
            unclear += row.unclear();
        }
        return new Counts(byType, unclear);
    }
}
