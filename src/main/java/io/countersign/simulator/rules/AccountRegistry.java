package io.countersign.simulator.rules;

import io.countersign.simulator.model.SimulatedAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** The known accounts, by id. They can be read without {@link SimulatedAws#exclusively}. */
public final class AccountRegistry {

    private final Map<String, SimulatedAccount> byId = new ConcurrentSkipListMap<>();
    private final Runnable changed;

    /** @param changed runs after each change */
    AccountRegistry(Runnable changed) {
        this.changed = changed;
    }

    /** Adds an account; a known account stays as it is. */
    public void add(String account) {
        byId.computeIfAbsent(account, SimulatedAccount::valueOf);
        changed.run();
    }

    public void put(SimulatedAccount account) {
        byId.put(account.id(), account);
        changed.run();
    }

    public void disableRegions(String account, Set<String> regions) {
        add(account);
        byId.computeIfPresent(account, (id, known) -> known.withDisabled(regions));
        changed.run();
    }

    public Optional<SimulatedAccount> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public boolean isEnabled(String account, String region) {
        return find(account)
                .filter(known -> !known.disabledRegions().contains(region))
                .isPresent();
    }

    public List<SimulatedAccount> all() {
        return List.copyOf(byId.values());
    }
}
