package io.countersign.database;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The properties of a database that decide whether the application can use it.
 *
 * @param schema where tables are created; null if no schema of the search path exists
 * @param hasHistory whether the schema has the table of migrations
 */
record DatabaseState(String user, @Nullable String schema, boolean readOnly, boolean mayCreate, boolean hasHistory) {

    static DatabaseState read(JdbcClient jdbc) {
        return jdbc.sql("""
                        select current_user as user,
                               current_schema() as schema,
                               pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as read_only,
                               coalesce(has_schema_privilege(current_schema(), 'create'), false) as may_create,
                               to_regclass(quote_ident(current_schema()) || '.flyway_schema_history') is not null as has_history""").query(DatabaseState.class).single();
    }
}
