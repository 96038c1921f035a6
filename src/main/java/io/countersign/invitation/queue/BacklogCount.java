package io.countersign.invitation.queue;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The number of pending invitations for one value of a property. */
public record BacklogCount(String key, long count) {

    /** Reads the columns {@code key} and {@code count}. */
    public static BacklogCount of(ResultSet row, int number) throws SQLException {
        return new BacklogCount(row.getString("key"), row.getLong("count"));
    }
}
