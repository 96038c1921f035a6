package io.countersign.sync.source;

import io.countersign.connection.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Marks the rows of the connected sources, so that the database can count them. */
@Component
public class ConnectedSourceSync {

    private final SourceStatusRepository statuses;
    private final CoverageRepository rows;
    private final ReentrantLock updating = new ReentrantLock();
    private volatile @Nullable List<Source> current;

    public ConnectedSourceSync(SourceStatusRepository statuses, CoverageRepository rows) {
        this.statuses = statuses;
        this.rows = rows;
    }

    /**
     * Marks exactly these sources as connected. Does nothing while the list is the same object as in the last call.
     *
     * @return those of them that are not marked yet, because another thread is marking them
     */
    public List<Source> update(List<Source> connected) {
        if (current == connected) {
            return List.of();
        }
        // does not wait: this thread may hold the last connection of the pool, which the other thread needs
        if (!updating.tryLock()) {
            Set<Source> marked = rows.connected();
            return connected.stream().filter(source -> !marked.contains(source)).toList();
        }
        try {
            apply(connected);
            return List.of();
        } finally {
            updating.unlock();
        }
    }

    private void apply(List<Source> connected) {
        Set<Source> before = rows.connected();
        Set<Source> now = new HashSet<>(connected);
        before.stream().filter(source -> !now.contains(source)).forEach(source -> rows.mark(source, false));
        List<Source> added =
                connected.stream().filter(source -> !before.contains(source)).toList();
        statuses.enrol(added);
        // the row of a disconnected source stays, in case it is connected again
        added.forEach(source -> rows.mark(source, true));
        current = connected;
    }
}
