package io.countersign.invitation;

import io.countersign.connection.AccountId;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.connection.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes the columns that several tables use for an invitation as AWS listed it. */
public final class InvitationColumns {

    public static final String NAMES =
            "invitation_id, account_id, region, resource_type, resource_name, resource_id, shared_by, shared_with, permission";
    public static final String PARAMETERS =
            ":invitation_id, :account_id, :region, :resource_type, :resource_name, :resource_id, :shared_by, :shared_with, :permission";

    private InvitationColumns() {}

    public static Map<String, @Nullable Object> parameters(Source source, ListedInvitation listed) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("invitation_id", listed.id().value());
        values.put("account_id", source.account().value());
        values.put("region", source.region().value());
        values.put("resource_type", listed.type().value());
        values.put("resource_name", listed.resourceName());
        values.put("resource_id", listed.resourceId());
        values.put("shared_by", listed.sharedBy());
        values.put("shared_with", listed.sharedWith());
        values.put(
                "permission",
                listed.permission() == null ? null : listed.permission().value());
        return values;
    }

    public static ListedInvitation listed(ResultSet row) throws SQLException {
        String permission = row.getString("permission");
        return new ListedInvitation(
                new InvitationId(row.getString("invitation_id")),
                new ResourceType(row.getString("resource_type")),
                row.getString("shared_by"),
                row.getString("shared_with"),
                permission == null ? null : new Permission(permission),
                row.getString("resource_name"),
                row.getString("resource_id"));
    }

    public static Source source(ResultSet row) throws SQLException {
        return new Source(new AccountId(row.getString("account_id")), new Region(row.getString("region")));
    }

    /**
     * JDBC drivers do not support {@link Instant}; they map {@code OffsetDateTime} without a conversion to local time.
     */
    public static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
