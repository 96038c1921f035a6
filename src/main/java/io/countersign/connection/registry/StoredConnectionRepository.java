package io.countersign.connection.registry;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Stores the connections that were added in the browser. */
@Repository
public class StoredConnectionRepository {

    private static final String SELECT =
            "select c.*, r.region from connection c join connection_region r on r.account_id = c.account_id ";

    private final NamedParameterJdbcTemplate jdbc;
    private final InstantSource clock;

    StoredConnectionRepository(NamedParameterJdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns all connections, sorted by name. */
    public List<StoredConnection> all() {
        return read(SELECT + "order by lower(c.name), c.account_id, r.region", Map.of());
    }

    public Optional<StoredConnection> find(AccountId account) {
        return read(SELECT + "where c.account_id = :account order by r.region", Map.of("account", account.value()))
                .stream()
                .findFirst();
    }

    /**
     * Adds connections of accounts that have none. Their versions start at the global version, which only grows, so
     * that an edit of a removed connection of the same account is detected as outdated.
     */
    void add(Collection<Connection> added, boolean namedHere, String person) {
        jdbc.batchUpdate(
                """
                insert into connection (account_id, name, named_here, aws_partition, role_arn, decider_role_arn, external_id,
                    paused, version, changed_at, changed_by, added_by)
                values (:account, :name, :namedHere, :partition, :role, :deciderRole, :externalId,
                    false, (select cast(version as integer) from connection_version), :at, :by, :by)""",
                sources(added.stream()
                        .map(connection -> row(connection, namedHere, person))
                        .toList()));
        addRegions(added);
    }

    /**
     * Returns false if the connection was removed or has another version. If another user replaces the role, no single
     * user chose what the connection reads.
     */
    boolean change(Connection changed, boolean namedHere, int version, String person) {
        MapSqlParameterSource row = row(changed, namedHere, person).addValue("version", version);
        boolean found = jdbc.update("""
                update connection set name = :name, named_here = :namedHere, aws_partition = :partition, role_arn = :role,
                    decider_role_arn = :deciderRole, external_id = :externalId, version = version + 1, changed_at = :at,
                    changed_by = :by,
                    added_by = case when role_arn is distinct from cast(:role as varchar) and added_by <> :by
                        then null else added_by end
                where account_id = :account and version = :version""", row) == 1;
        if (found) {
            jdbc.update("delete from connection_region where account_id = :account", row);
            addRegions(List.of(changed));
        }
        return found;
    }

    /** Returns false if the connection was removed or already has this state. */
    boolean pause(AccountId account, boolean paused, String person) {
        return jdbc.update("""
                update connection set paused = :paused, version = version + 1, changed_at = :at, changed_by = :by
                where account_id = :account and paused <> :paused""", stamped(account, person).addValue("paused", paused)) == 1;
    }

    /** Returns whether the connection existed. */
    boolean remove(AccountId account) {
        return jdbc.update("delete from connection where account_id = :account", Map.of("account", account.value()))
                == 1;
    }

    private void addRegions(Collection<Connection> connections) {
        jdbc.batchUpdate(
                "insert into connection_region (account_id, region) values (:account, :region)",
                sources(connections.stream()
                        .flatMap(connection -> connection.sources().stream())
                        .map(source -> new MapSqlParameterSource(
                                        "account", source.account().value())
                                .addValue("region", source.region().value()))
                        .toList()));
    }

    private MapSqlParameterSource row(Connection connection, boolean namedHere, String person) {
        return stamped(connection.account(), person)
                .addValue("name", connection.name())
                .addValue("namedHere", namedHere)
                .addValue("partition", connection.partition())
                .addValue("role", connection.roleArn())
                .addValue("deciderRole", connection.deciderRoleArn())
                .addValue("externalId", connection.externalId());
    }

    private MapSqlParameterSource stamped(AccountId account, String person) {
        return new MapSqlParameterSource("account", account.value())
                .addValue("at", clock.instant().atOffset(ZoneOffset.UTC))
                .addValue("by", person);
    }

    private static SqlParameterSource[] sources(List<MapSqlParameterSource> rows) {
        return rows.toArray(SqlParameterSource[]::new);
    }

    /** Combines the rows, one per Region, to connections. */
    private List<StoredConnection> read(String sql, Map<String, ?> parameters) {
        Map<AccountId, List<StoredConnection>> rows =
                jdbc.query(sql, parameters, StoredConnectionRepository::row).stream()
                        .collect(Collectors.groupingBy(
                                StoredConnection::account, LinkedHashMap::new, Collectors.toList()));
        return rows.values().stream().map(StoredConnectionRepository::joined).toList();
    }

    private static StoredConnection joined(List<StoredConnection> rows) {
        return rows.get(0)
                .in(rows.stream()
                        .flatMap(row -> row.connection().regions().stream())
                        .toList());
    }

    private static StoredConnection row(ResultSet row, int number) throws SQLException {
        return new StoredConnection(
                new Connection(
                        new AccountId(row.getString("account_id")),
                        row.getString("name"),
                        row.getString("aws_partition"),
                        row.getString("role_arn"),
                        row.getString("decider_role_arn"),
                        row.getString("external_id"),
                        List.of(new Region(row.getString("region")))),
                row.getBoolean("named_here"),
                row.getBoolean("paused"),
                row.getInt("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }
}
