package io.countersign.history;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** H2's trigger on rows that are added and read, never changed. An entry may be changed once: when it is chained. */
public class KeptRows implements Trigger {

    private String table = "";
    private int hash = -1;

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type)
            throws SQLException {
        this.table = table;
        try (var columns = connection.getMetaData().getColumns(null, schema, table, "hash")) {
            if (columns.next()) {
                hash = columns.getInt("ORDINAL_POSITION") - 1;
            }
        }
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        boolean chaining = before != null && after != null && hash >= 0 && before[hash] == null;
        if (!chaining) {
            throw new SQLException(
                    (after == null ? "DELETE" : "UPDATE") + " is refused: rows of " + table
                            + " are added and read, never changed",
                    "45000");
        }
    }
}
