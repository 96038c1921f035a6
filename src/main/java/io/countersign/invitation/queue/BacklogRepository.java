package io.countersign.invitation.queue;

import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the pending invitations of a scope by age, account and owner. */
@Repository
public class BacklogRepository {

    /** The most groups of a result; more would make a page harder to read. */
    public static final int MOST = 20;

    private final JdbcClient jdbc;

    public BacklogRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long count(AgeRange ageRange, VisibilityScope visibilityScope) {
        return jdbc.sql("select count(*) from invitation where state = 'PENDING' and %s and %s"
                        .formatted(ageRange.condition(), VisibilityCondition.of(visibilityScope)))
                .params(VisibilityCondition.parameters(visibilityScope))
                .query(Long.class)
                .single();
    }

    /** The accounts with the most pending invitations. */
    public List<BacklogCount> byAccount(VisibilityScope visibilityScope) {
        return by("account_id", visibilityScope);
    }

    /** The owners with the most pending invitations. */
    public List<BacklogCount> byOwner(VisibilityScope visibilityScope) {
        return by("shared_by", visibilityScope);
    }

    private List<BacklogCount> by(String column, VisibilityScope visibilityScope) {
        return jdbc.sql("""
                select %1$s as key, count(*) from invitation
                where state = 'PENDING' and %1$s is not null and %3$s
                group by %1$s order by count(*) desc, %1$s limit %2$d""".formatted(column, MOST, VisibilityCondition.of(visibilityScope)))
                .params(VisibilityCondition.parameters(visibilityScope))
                .query(BacklogCount::of)
                .list();
    }
}
