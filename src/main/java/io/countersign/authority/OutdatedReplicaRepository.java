package io.countersign.authority;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores which running replicas have an outdated configuration, so that the pages of every replica can show it. */
@Repository
class OutdatedReplicaRepository {

    private final JdbcClient jdbc;

    OutdatedReplicaRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(String replica, Collection<ValueKind> kinds, Instant now) {
        jdbc.sql("""
                        insert into outdated_replica (replica, kinds, seen_at) values (:replica, :kinds, :now)
                        on conflict (replica) do update set kinds = :kinds, seen_at = :now""")
                .param("replica", replica)
                .param("kinds", kinds.stream().map(Enum::name).collect(Collectors.joining(",")))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(String replica, Instant before) {
        jdbc.sql("delete from outdated_replica where replica = :replica or seen_at < :before")
                .param("replica", replica)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<OutdatedReplica> since(Instant since) {
        return jdbc.sql("select replica, kinds from outdated_replica where seen_at > :since order by replica")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new OutdatedReplica(
                        row.getString(1),
                        Arrays.stream(row.getString(2).split(","))
                                .map(ValueKind::valueOf)
                                .toList()))
                .list();
    }
}
