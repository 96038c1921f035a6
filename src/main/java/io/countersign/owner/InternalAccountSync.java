package io.countersign.owner;

import io.countersign.connection.ConnectionChanged;
import io.countersign.connection.OrganizationListed;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the accounts inside the organization up to date soon after what is known of accounts may be different. Not in the
 * transaction that changed it: an import tells of thousands of changes, and a queue in another order is worth no failure.
 */
@Component
class InternalAccountSync {

    private final InternalAccountRepository inside;
    private final TransactionTemplate transaction;

    /** True at the start: the configuration may have been changed, or the last process stopped too early. */
    private final AtomicBoolean stale = new AtomicBoolean(true);

    InternalAccountSync(InternalAccountRepository inside, TransactionTemplate transaction) {
        this.inside = inside;
        this.transaction = transaction;
    }

    @TransactionalEventListener
    void on(ConnectionChanged committed) {
        stale.set(true);
    }

    @TransactionalEventListener
    void on(OrganizationListed committed) {
        stale.set(true);
    }

    @TransactionalEventListener
    void on(OwnerChanged committed) {
        stale.set(true);
    }

    @Scheduled(fixedDelayString = "PT1S")
    void keepUp() {
        if (stale.compareAndSet(true, false)) {
            try {
                transaction.executeWithoutResult(status -> inside.refresh());
            } catch (RuntimeException failed) {
                // tried again
                stale.set(true);
                throw failed;
            }
        }
    }
}
