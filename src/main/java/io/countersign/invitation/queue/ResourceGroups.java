package io.countersign.invitation.queue;

import io.countersign.invitation.CappedCount;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the other invitations of the queue that share the resources of the given rows. */
@Repository
public class ResourceGroups {

    /** The most members of a group that the page shows. */
    static final int MOST = 3;

    private static final String GROUPS = """
            select listed.*, together from unnest(cast(:owners as varchar array), cast(:starts as varchar array),
              cast(:resources as varchar array)) as asked (owner, beginning, resource)
            cross join lateral (select count(*) as together from (%1$s limit %3$d) as counted) as size
            cross join lateral (%1$s order by %2$s limit :most) as listed
            where together > 1 order by %2$s""";

    private static final String SAME =
            "select * from invitation where shared_by = owner and resource_start = beginning and resource_id = resource and ";

    private final JdbcClient jdbc;

    public ResourceGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of several invitations that share the same resource.
     *
     * @param together the number of invitations that share it
     */
    public record Member(Invitation invitation, CappedCount together) {}

    /**
     * Returns the groups by resource, in the order of the queue and including the given rows, without resources that
     * are shared only once.
     */
    public Map<ResourceKey, List<Member>> of(Collection<Invitation> rows, QueueFilter filter) {
        List<ResourceKey> shared = rows.stream()
                .map(ResourceKey::of)
                .filter(key -> key.owner() != null)
                .distinct()
                .toList();
        if (!filter.grouped() || shared.isEmpty()) {
            return Map.of();
        }
        QueueSql clause = new QueueSql(filter);
        return jdbc
                .sql(GROUPS.formatted(SAME + clause.condition(), clause.order(), CappedCount.END))
                .params(clause.parameters())
                .param("owners", strings(shared, ResourceKey::owner))
                .param("starts", strings(shared, key -> ResourceKey.start(key.what())))
                .param("resources", strings(shared, ResourceKey::what))
                .param("most", MOST)
                .query(ResourceGroups::member)
                .list()
                .stream()
                .collect(Collectors.groupingBy(member -> ResourceKey.of(member.invitation())));
    }

    private static String[] strings(List<ResourceKey> keys, Function<ResourceKey, @Nullable String> value) {
        return keys.stream().map(value).toArray(String[]::new);
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(InvitationRepository.row(row, number), new CappedCount(row.getInt("together")));
    }
}
