package io.countersign.benchmark;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Extends an audit log with copies of its entries. They have no valid hash, so that the log does not verify. */
final class LongAuditLog {

    private LongAuditLog() {}

    /** @param entries the number of entries of the longer log; a log that has as many stays as it is */
    static void extend(DataSource database, long entries) {
        JdbcClient jdbc = JdbcClient.create(database);
        long last = jdbc.sql("select seq from chain_head").query(Long.class).single();
        if (entries <= last) {
            return;
        }
        jdbc.sql("""
                insert into audit_entry (seq, at, actor, action, outcome, invitation_id, resource_type, resource_name,
                  resource_id, owner, account_id, region, permission, reason, message, format, previous, hash)
                select number, now(), 'user' || number % 50, action, outcome, invitation_id, resource_type,
                  resource_name, resource_id, owner, account_id, region, permission,
                  'Agreed with team ' || number % 1000, message, format, previous, hash
                from generate_series(cast(:last as bigint) + 1, :entries) as number
                join audit_entry on seq = number % :last + 1
                order by number""").param("last", last).param("entries", entries).update();
        jdbc.sql("update chain_head set seq = :entries")
                .param("entries", entries)
                .update();
        jdbc.sql("analyze audit_entry").update();
    }
}
