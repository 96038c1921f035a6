package io.countersign.invitation.queue;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the other invitations of the queue that share the resources of the given rows. */
@Repository
public class ResourceGroups {

    /** Larger groups are shown as separate rows. */
    static final int MOST = 50;

    private final JdbcClient jdbc;

    public ResourceGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of several invitations that share the same resource.
     *
     * @param together the number of invitations that share it
     */
    public record Member(Invitation invitation, int together) {}

    /**
     * Returns the groups by resource, in the order of the queue and including the given rows, without resources that
     * are shared only once.
     */
    public Map<ResourceKey, List<Member>> of(Collection<Invitation> rows, QueueFilter filter) {
        List<String> resources = rows.stream()
                .map(row -> row.listed().resourceId())
                .filter(Objects::nonNull)
                .toList();
        if (!filter.grouped() || resources.isEmpty()) {
            return Map.of();
        }
        List<String> owners = rows.stream()
                .map(row -> row.listed().sharedBy())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        QueueSql clause = new QueueSql(filter);
        return jdbc
                .sql("""
                        select * from (
                          select listed.*, count(*) over (partition by shared_by, resource_id) as together,
                            row_number() over (partition by shared_by, resource_id order by %s) as place
                          from invitation listed where %s
                            and shared_by in (:owners) and resource_start in (:starts) and resource_id in (:resources)
                        ) as offered where together > 1 and place <= :most order by place""".formatted(clause.order(), clause.condition()))
                .params(clause.parameters())
                .param("owners", owners.isEmpty() ? List.of("") : owners)
                .param("starts", resources.stream().map(ResourceKey::start).toList())
                .param("resources", resources)
                .param("most", MOST)
                .query(ResourceGroups::member)
                .list()
                .stream()
                .collect(Collectors.groupingBy(member -> ResourceKey.of(member.invitation())));
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(InvitationRepository.row(row, number), row.getInt("together"));
    }
}
