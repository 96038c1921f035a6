package io.countersign.owner;

import io.countersign.connection.ConnectionVerified;
import io.countersign.connection.ConnectionsChanged;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Updates the internal accounts shortly after the facts about accounts change. It does not run in the transaction of
 * the change: an import publishes thousands of changes, and a failed update of the queue order must not roll it back.
 */
@Component
class InternalAccountSync {

    private final InternalAccountRepository repository;
    private final TransactionTemplate transaction;

    /**
     * True at the start: the configuration may have changed, or the previous process may have stopped before the
     * update.
     */
    private final AtomicBoolean stale = new AtomicBoolean(true);

    InternalAccountSync(InternalAccountRepository repository, TransactionTemplate transaction) {
        this.repository = repository;
        this.transaction = transaction;
    }

    @TransactionalEventListener({ConnectionsChanged.class, ConnectionVerified.class, OwnerChanged.class})
    void onCommit() {
        stale.set(true);
    }

    @Scheduled(fixedDelayString = "PT1S")
    void refreshIfStale() {
        if (stale.compareAndSet(true, false)) {
            try {
                transaction.executeWithoutResult(status -> repository.refresh());
            } catch (RuntimeException failed) {
                // the next run tries again
                stale.set(true);
                throw failed;
            }
        }
    }
}
