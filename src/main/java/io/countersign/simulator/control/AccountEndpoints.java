package io.countersign.simulator.control;

import io.countersign.simulator.rules.Account;
import io.countersign.simulator.rules.World;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The accounts, the Regions they have not enabled, and their organization. */
final class AccountEndpoints {

    private final World world;
    private final Runnable save;

    AccountEndpoints(World world, Runnable save) {
        this.world = world;
        this.save = save;
    }

    Map<String, ControlHandler.Endpoint> all() {
        return Map.of(
                "GET accounts",
                body -> world.accounts(),
                "POST accounts",
                body -> addAccount(Body.read(body, NewAccount.class)),
                "GET regions",
                body -> disabledRegions(),
                "PUT regions",
                body -> disable(Body.read(body, RegionChange.class)),
                "GET organization",
                body -> organization(),
                "PUT organization",
                body -> change(Body.read(body, OrganizationChange.class)));
    }

    private Object addAccount(NewAccount added) {
        return changed(() -> {
            world.addAccount(added.account());
            world.put(added.over(world.account(added.account()).orElseThrow()));
            return world.account(added.account()).orElseThrow();
        });
    }

    private Object disable(RegionChange change) {
        return changed(() -> {
            world.disableRegions(change.account(), Set.copyOf(change.disabled()));
            return disabledRegions();
        });
    }

    private Map<String, Set<String>> disabledRegions() {
        return world.accounts().stream()
                .filter(account -> !account.disabledRegions().isEmpty())
                .collect(Collectors.toMap(Account::id, Account::disabledRegions));
    }

    private Object change(OrganizationChange change) {
        world.organization().showStatus(Boolean.TRUE.equals(change.status()));
        return organization();
    }

    private Object organization() {
        return Map.of("status", world.organization().showsStatus());
    }

    private Object changed(Supplier<Object> change) {
        var answer = world.exclusively(() -> {
            var result = change.get();
            world.touch();
            return result;
        });
        save.run();
        return answer;
    }
}
