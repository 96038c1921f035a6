package io.countersign.connection.registry;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionVerification;
import io.countersign.connection.Connections;
import io.countersign.connection.ConnectionsChanged;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.connection.Source;
import io.countersign.connection.organization.OrganizationAccountRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Provides the configured connections, then those added in the browser that are not paused. They are cached, because
 * every row of a page needs them; changes by another replica, and first reads, are visible after {@link #TRUSTED_FOR} and
 * the time of the query.
 */
@Component
@Primary
class CurrentConnections implements Connections, KnownAccounts {

    static final Duration TRUSTED_FOR = Duration.ofSeconds(1);

    private final ConfiguredConnections configured;
    private final StoredConnectionRepository stored;
    private final OrganizationAccountRepository organization;
    private final ConnectionVersionRepository version;
    private final ConnectionVerification verification;
    private final InstantSource clock;
    private final AtomicBoolean checking = new AtomicBoolean();
    private volatile @Nullable ConnectionSnapshot cached;
    private volatile Instant checkedAt = Instant.MIN;
    private volatile long invalidations;

    CurrentConnections(
            ConfiguredConnections configured,
            StoredConnectionRepository stored,
            OrganizationAccountRepository organization,
            ConnectionVersionRepository version,
            ConnectionVerification verification,
            InstantSource clock) {
        this.configured = configured;
        this.stored = stored;
        this.organization = organization;
        this.version = version;
        this.verification = verification;
        this.clock = clock;
    }

    @Override
    public List<Connection> all() {
        return snapshot().all();
    }

    @Override
    public List<Source> sources() {
        return snapshot().sources();
    }

    @Override
    public Optional<Connection> find(AccountId account) {
        return snapshot().find(account);
    }

    @Override
    public Optional<KnownAccount> find(String accountId) {
        return snapshot().known(accountId);
    }

    @Override
    public Collection<KnownAccount> knownAccounts() {
        return snapshot().names().values();
    }

    /** Makes changes of this replica visible immediately, before other listeners look up accounts. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @TransactionalEventListener
    synchronized void on(ConnectionsChanged committed) {
        invalidations++;
        checkedAt = Instant.MIN;
    }

    private ConnectionSnapshot snapshot() {
        ConnectionSnapshot snapshot = cached;
        Instant checked = checkedAt;
        if (snapshot == null || checked.equals(Instant.MIN)) {
            return refreshed();
        }
        Instant now = clock.instant();
        // also if the clock was set back
        boolean fresh = !now.isBefore(checked) && now.isBefore(checked.plus(TRUSTED_FOR));
        return fresh ? snapshot : refreshedByOne(snapshot);
    }

    /** While one thread looks for changes, the others use the snapshot: a hundred polls do not load all rows at once. */
    private ConnectionSnapshot refreshedByOne(ConnectionSnapshot snapshot) {
        if (!checking.compareAndSet(false, true)) {
            return snapshot;
        }
        try {
            return refreshed();
        } finally {
            checking.set(false);
        }
    }

    /**
     * Takes no lock while it queries: a waiting thread may hold the last connection of the pool, which the other thread
     * needs.
     */
    private ConnectionSnapshot refreshed() {
        long before = invalidations;
        ConnectionSnapshot snapshot = cached;
        // read before the rows, so that a change in between is read again at the next check
        long current = version.current();
        if (snapshot == null || snapshot.version() != current) {
            snapshot = ConnectionSnapshot.of(
                    current, configured, stored.all(), organization.all(), verification.verified());
        }
        cache(snapshot, before);
        return snapshot;
    }

    /** Discards the snapshot if a change or a newer snapshot arrived since the query. */
    private synchronized void cache(ConnectionSnapshot snapshot, long before) {
        ConnectionSnapshot other = cached;
        if (before == invalidations && (other == null || other.version() <= snapshot.version())) {
            // keep the same instance, because callers compare it by identity
            cached = other != null && other.version() == snapshot.version() ? other : snapshot;
            checkedAt = clock.instant();
        }
    }
}
