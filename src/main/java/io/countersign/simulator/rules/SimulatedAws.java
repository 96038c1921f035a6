package io.countersign.simulator.rules;

import io.countersign.simulator.access.RoleRegistry;
import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.MovableClock;
import io.countersign.simulator.model.RecordedAnswer;
import io.countersign.simulator.model.ResourceShare;
import io.countersign.simulator.model.SharedResource;
import io.countersign.simulator.model.SimulatedOrganization;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The state of the simulated AWS. Callers use it inside {@link #exclusively}, so that a rule sees one consistent state. */
public final class SimulatedAws {

    private final ReentrantLock lock = new ReentrantLock();
    private final MovableClock clock;
    private final Map<String, SharedResource> resources = new LinkedHashMap<>();
    private final Map<String, RecordedAnswer> recorded = new LinkedHashMap<>();
    private final ShareStore shares = new ShareStore();
    private final AccountRegistry accounts = new AccountRegistry(this::touch);
    private final SimulatedOrganization organization = new SimulatedOrganization();
    private final RoleRegistry roles = new RoleRegistry();
    private long version;

    public SimulatedAws(MovableClock clock) {
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

    public AccountRegistry accounts() {
        return accounts;
    }

    public SimulatedOrganization organization() {
        return organization;
    }

    public RoleRegistry roles() {
        return roles;
    }

    public void put(SharedResource resource) {
        resources.put(resource.id(), resource);
        touch();
    }

    public void put(ResourceShare share) {
        shares.put(share);
        touch();
    }

    void put(RecordedAnswer answer) {
        recorded.put(answer.key(), answer);
        touch();
    }

    Optional<RecordedAnswer> recordedAnswer(String key) {
        return Optional.ofNullable(recorded.get(key));
    }

    public Optional<SharedResource> resource(String id) {
        return Optional.ofNullable(resources.get(id));
    }

    public Optional<ResourceShare> share(String id) {
        return shares.find(id);
    }

    public Stream<SharedResource> resources() {
        return resources.values().stream();
    }

    public Stream<ResourceShare> shares() {
        return shares.all().stream();
    }

    Stream<ResourceShare> sharesOf(SharedResource resource) {
        return shares.of(resource);
    }

    InvitationInbox inbox(ApiCaller recipient) {
        return shares.inbox(recipient);
    }

    public AwsSnapshot snapshot() {
        return new AwsSnapshot(
                AwsSnapshot.FORMAT,
                version,
                clock.offset(),
                accounts.all(),
                List.copyOf(resources.values()),
                List.copyOf(shares.all()),
                List.copyOf(recorded.values()),
                roles.all());
    }

    public void restore(AwsSnapshot snapshot) {
        clock.shiftBy(snapshot.clockOffset());
        snapshot.accounts().forEach(accounts::put);
        snapshot.resources().forEach(this::put);
        snapshot.shares().forEach(this::put);
        snapshot.remembered().forEach(this::put);
        snapshot.roles().forEach(roles::put);
    }
}
