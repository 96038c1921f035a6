package io.countersign.sync;

import io.countersign.connection.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the rows of sources in step with the connections, so that the database can count what is connected. */
@Component
class ConnectedRows {

    private final SourceStatuses statuses;
    private final CoverageRows rows;
    private final ReentrantLock bringing = new ReentrantLock();
    private volatile @Nullable List<Source> inStep;

    ConnectedRows(SourceStatuses statuses, CoverageRows rows) {
        this.statuses = statuses;
        this.rows = rows;
    }

    /**
     * Each of these has a row, and no other row counts. Costs nothing as long as the connections stay the same, for then they are the
     * same list.
     */
    void follow(List<Source> connected) {
        // where somebody is at it, the next question sees to it: whoever would wait may have the only connection
        if (inStep != connected && bringing.tryLock()) {
            try {
                bring(connected);
            } finally {
                bringing.unlock();
            }
        }
    }

    private void bring(List<Source> connected) {
        Set<Source> before = rows.connected();
        Set<Source> now = new HashSet<>(connected);
        before.stream().filter(source -> !now.contains(source)).forEach(source -> rows.mark(source, false));
        List<Source> added =
                connected.stream().filter(source -> !before.contains(source)).toList();
        statuses.enrol(added);
        // what was known of a source stays for the day it comes back
        added.forEach(source -> rows.mark(source, true));
        inStep = connected;
    }
}
