package io.countersign.invitation;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Brings the queue up to what a read of a source saw. */
@Repository
public class Sightings {

    // The columns are set even where nothing changed: AWS's last word stands. What was decided here after the read
    // began stays decided, since the read may not have seen that yet.
    private static final String SEEN_AGAIN = """
            update invitation set resource_type = :resource_type, resource_name = :resource_name,
              resource_id = :resource_id, shared_by = :shared_by, shared_with = :shared_with, permission = :permission,
              last_seen_at = :began,
              state_at = case when state = 'PENDING' then state_at else :began end,
              state = 'PENDING', gone_cause = null
            where invitation_id = :invitation_id and account_id = :account_id and region = :region
              and (state = 'PENDING' or state_at < :began) and last_seen_at <= :began""";

    private static final String FIRST_SEEN = """
            insert into invitation (%s, state, first_seen_at, unseen_at, last_seen_at, state_at)
            values (%s, 'PENDING', :began, :previous, :began, :began)
            on conflict do nothing""".formatted(InvitationColumns.NAMES, InvitationColumns.PARAMETERS);

    private static final String MISSING = """
            update invitation set state = 'GONE', gone_cause = 'UNKNOWN', state_at = :began
            where account_id = :account_id and region = :region and state = 'PENDING'
              and last_seen_at < :began and state_at < :began and (open_decision is null or unclear)""";

    private final NamedParameterJdbcTemplate jdbc;

    Sightings(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Call it inside a transaction: a reading is stored whole or not at all. */
    public void store(Reading reading) {
        List<Map<String, @Nullable Object>> rows =
                reading.seen().stream().map(listed -> row(reading, listed)).toList();
        int[] updated = batch(SEEN_AGAIN, rows);
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0 && jdbc.update(FIRST_SEEN, rows.get(i)) == 0) {
                refuseForeign(reading.source(), reading.seen().get(i));
            }
        }
        if (reading.complete()) {
            jdbc.update(MISSING, parameters(reading));
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Spring takes an array of maps, which generics cannot express
    private int[] batch(String sql, List<Map<String, @Nullable Object>> rows) {
        return jdbc.batchUpdate(sql, rows.toArray(new Map[0]));
    }

    /** One id in two places would make two queues' items one: better a read that fails aloud. */
    private void refuseForeign(Source source, ListedInvitation listed) {
        List<Source> owners = jdbc.query(
                "select account_id, region from invitation where invitation_id = :id",
                Map.of("id", listed.id().value()),
                (row, number) -> InvitationColumns.source(row));
        for (Source owner : owners) {
            if (!owner.equals(source)) {
                throw new DuplicateKeyException(
                        "invitation " + listed.id() + " is listed in " + source + " and was seen in " + owner);
            }
        }
    }

    private static Map<String, @Nullable Object> row(Reading reading, ListedInvitation listed) {
        Map<String, @Nullable Object> row = parameters(reading);
        row.putAll(InvitationColumns.parameters(reading.source(), listed));
        return row;
    }

    private static Map<String, @Nullable Object> parameters(Reading reading) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("account_id", reading.source().account().value());
        values.put("region", reading.source().region().value());
        values.put("began", time(reading.began()));
        values.put("previous", time(reading.previous()));
        return values;
    }
}
