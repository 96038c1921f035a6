package io.countersign.http;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The number of rows of each table, and the bytes of the database. Background jobs write to {@code scheduled_tasks}
 * without requests.
 */
record DatabaseSize(Map<String, Long> rows, long bytes) {

    /** Returns the differences of the tables that changed. */
    Map<String, Long> rowsSince(DatabaseSize before) {
        Map<String, Long> added = new TreeMap<>(rows);
        added.replaceAll((table, count) -> count - before.rows().get(table));
        added.values().removeIf(difference -> difference == 0);
        return added;
    }

    static DatabaseSize of(JdbcClient jdbc) {
        Map<String, Long> rows = new TreeMap<>();
        jdbc.sql("select table_name from information_schema.tables where table_schema = current_schema()"
                        + " and table_type = 'BASE TABLE' and table_name <> 'scheduled_tasks'")
                .query(String.class)
                .list()
                .forEach(table -> rows.put(
                        table,
                        jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
        return new DatabaseSize(
                rows,
                jdbc.sql("select pg_database_size(current_database())")
                        .query(Long.class)
                        .single());
    }
}
