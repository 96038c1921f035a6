package io.countersign.running;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import tools.jackson.databind.JsonNode;

/**
 * Many simulated accounts.
 *
 * @param calls the list calls of one complete poll, by {@code account/region}
 */
public record Fleet(List<String> accounts, List<String> regions, int invitations, Map<String, Integer> calls) {

    static Fleet of(JsonNode made) {
        Map<String, Integer> calls = new LinkedHashMap<>();
        made.get("sources")
                .forEach(source -> calls.put(
                        source.get("account").asString() + "/"
                                + source.get("region").asString(),
                        source.get("calls").asInt()));
        return new Fleet(
                strings(made.get("accounts")),
                strings(made.get("regions")),
                made.get("invitations").asInt(),
                calls);
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(each -> strings.add(each.asString()));
        return strings;
    }

    public int sources() {
        return calls.size();
    }

    /** Returns the list calls of one complete poll of all sources. */
    public int allCalls() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Connects every account with its two roles, as an import from the organization does. */
    void connect(DataSource database) {
        NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(database);
        jdbc.batchUpdate(
                """
                insert into connection (account_id, name, named_here, aws_partition, role_arn, decider_role_arn,
                  external_id, paused, version, changed_at, changed_by)
                values (:account, :name, false, 'aws', :role || 'Reader', :role || 'Decider', 'none', false, 1,
                  current_timestamp, 'lead')
                on conflict do nothing""",
                accounts.stream()
                        .map(account -> new MapSqlParameterSource("account", account)
                                .addValue("name", "Fleet " + account.substring(7))
                                .addValue("role", "arn:aws:iam::" + account + ":role/Countersign"))
                        .toArray(SqlParameterSource[]::new));
        jdbc.batchUpdate(
                "insert into connection_region (account_id, region) values (:account, :region) on conflict do nothing",
                calls.keySet().stream()
                        .map(source -> source.split("/"))
                        .map(parts -> new MapSqlParameterSource("account", parts[0]).addValue("region", parts[1]))
                        .toArray(SqlParameterSource[]::new));
    }
}
