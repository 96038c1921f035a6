package io.countersign.connection.organization;

import io.countersign.connection.AccountId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Stores the accounts of the AWS organization from the last import. */
@Repository
public class OrganizationAccountRepository {

    private final NamedParameterJdbcTemplate jdbc;
    private final InstantSource clock;

    OrganizationAccountRepository(NamedParameterJdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns all accounts, sorted by name. */
    public List<OrganizationAccount> all() {
        return jdbc.query(
                "select * from organization_account order by lower(name), account_id",
                (row, number) -> new OrganizationAccount(
                        new AccountId(row.getString("account_id")), row.getString("name"), row.getString("state")));
    }

    /** Returns the time of the last import; empty before the first. */
    public Optional<Instant> listedAt() {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select max(listed_at) from organization_account", Map.of(), OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** Replaces all accounts; accounts that left the organization become external. */
    public void replace(Collection<OrganizationAccount> accounts) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.update("delete from organization_account", Map.of());
        jdbc.batchUpdate(
                "insert into organization_account (account_id, name, state, listed_at) values (:account, :name, :state, :at)",
                accounts.stream()
                        .map(account -> new MapSqlParameterSource(
                                        "account", account.account().value())
                                .addValue("name", account.name())
                                .addValue("state", account.state())
                                .addValue("at", now))
                        .toArray(SqlParameterSource[]::new));
    }
}
