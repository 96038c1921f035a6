package io.countersign.running;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Samples repeatedly which replica polls which source. A poll lasts for many samples, so that few polls are missed. */
public final class PollObserver {

    private final JdbcClient jdbc;
    private final Map<String, Set<String>> readers = new HashMap<>();

    public PollObserver(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void look() {
        jdbc.sql("select task_instance, picked_by from scheduled_tasks where picked and task_name = 'poll'")
                .query(row -> {
                    readers.computeIfAbsent(row.getString(1), source -> new HashSet<>())
                            .add(row.getString(2));
                });
    }

    /** Returns the names of the replicas that polled each source. */
    public Map<String, Set<String>> readers() {
        return readers;
    }

    public long readBy(ApplicationProcess replica) {
        return readers.values().stream()
                .filter(names -> names.contains(replica.name()))
                .count();
    }
}
