package io.countersign.simulator.rules;

import io.countersign.simulator.access.Roles;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything the simulated AWS knows. Every use goes through {@link #exclusively}, so that rules see one moment. */
public final class World {

    private final ReentrantLock lock = new ReentrantLock();
    private final MovableClock clock;
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, Share> shares = new LinkedHashMap<>();
    private final Map<Caller, Inbox> inboxes = new LinkedHashMap<>();
    private final Map<String, Map<String, Share>> sharesOfResource = new LinkedHashMap<>();
    private final Map<String, Remembered> remembered = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new ConcurrentSkipListMap<>();
    private final Organization organization = new Organization();
    private final Roles roles = new Roles();
    private long version;

    public World(MovableClock clock) {
        this.clock = clock;
    }

    public <T> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    public Instant now() {
        return clock.instant();
    }

    public MovableClock clock() {
        return clock;
    }

    public void touch() {
        version++;
    }

    public long version() {
        return version;
    }

    /** Makes an account known; one that is known stays as it is. */
    public void addAccount(String account) {
        accounts.computeIfAbsent(account, Account::valueOf);
        touch();
    }

    public void put(Account account) {
        accounts.put(account.id(), account);
        touch();
    }

    public void disableRegions(String account, Set<String> regions) {
        addAccount(account);
        accounts.computeIfPresent(account, (id, known) -> known.withDisabled(regions));
        touch();
    }

    /** Like all accounts, readable without waiting for others' turn. */
    public Optional<Account> account(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    public boolean isEnabled(String account, String region) {
        return account(account)
                .filter(known -> !known.disabledRegions().contains(region))
                .isPresent();
    }

    public List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    public Organization organization() {
        return organization;
    }

    public Roles roles() {
        return roles;
    }

    public void put(Resource resource) {
        resources.put(resource.id(), resource);
        touch();
    }

    public void put(Share share) {
        var earlier = shares.put(share.id(), share);
        sharesOfResource
                .computeIfAbsent(share.resourceId(), id -> new LinkedHashMap<>(2))
                .put(share.id(), share);
        if (earlier != null) {
            inbox(new Caller(String.valueOf(earlier.recipient()), earlier.region()))
                    .remove(earlier);
        }
        var recipient = share.recipient();
        if (recipient != null) {
            inboxes.computeIfAbsent(new Caller(recipient, share.region()), inbox -> new Inbox())
                    .put(share);
        }
        touch();
    }

    void put(Remembered result) {
        remembered.put(result.key(), result);
        touch();
    }

    Optional<Remembered> remembered(String key) {
        return Optional.ofNullable(remembered.get(key));
    }

    public Optional<Resource> resource(String id) {
        return Optional.ofNullable(resources.get(id));
    }

    public Optional<Share> share(String id) {
        return Optional.ofNullable(shares.get(id));
    }

    public Stream<Resource> resources() {
        return resources.values().stream();
    }

    public Stream<Share> shares() {
        return shares.values().stream();
    }

    Stream<Share> sharesOf(Resource resource) {
        return sharesOfResource.getOrDefault(resource.id(), Map.of()).values().stream();
    }

    Inbox inbox(Caller recipient) {
        return inboxes.getOrDefault(recipient, new Inbox());
    }

    public Snapshot snapshot() {
        return new Snapshot(
                version,
                clock.offset(),
                accounts(),
                resources.values().stream().toList(),
                shares.values().stream().toList(),
                remembered.values().stream().toList(),
                roles.all());
    }

    public void restore(Snapshot snapshot) {
        clock.shiftBy(snapshot.clockOffset());
        snapshot.accounts().forEach(this::put);
        snapshot.resources().forEach(this::put);
        snapshot.shares().forEach(this::put);
        snapshot.remembered().forEach(this::put);
        snapshot.roles().forEach(roles::put);
    }
}
