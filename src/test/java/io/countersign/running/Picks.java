package io.countersign.running;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks again and again which replica reads which source. A read takes many looks long, so that hardly one is missed. */
public final class Picks {

    private final JdbcClient jdbc;
    private final Map<String, Set<String>> readers = new HashMap<>();

    public Picks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void look() {
        jdbc.sql("select task_instance, picked_by from scheduled_tasks where picked and task_name = 'poll'")
                .query(row -> {
                    readers.computeIfAbsent(row.getString(1), source -> new HashSet<>())
                            .add(row.getString(2));
                });
    }

    /** By source: the names of the replicas that were seen reading it. */
    public Map<String, Set<String>> readers() {
        return readers;
    }

    public long readBy(ApplicationProcess replica) {
        return readers.values().stream()
                .filter(names -> names.contains(replica.name()))
                .count();
    }
}
