package io.countersign.simulator.control;

import io.countersign.simulator.model.SimulatedAccount;
import io.countersign.simulator.rules.SimulatedAws;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Control endpoints for accounts, their disabled Regions, and the organization. */
final class AccountEndpoints {

    private final SimulatedAws aws;
    private final Runnable save;

    AccountEndpoints(SimulatedAws aws, Runnable save) {
        this.aws = aws;
        this.save = save;
    }

    Map<String, ControlHandler.Endpoint> all() {
        return Map.of(
                "GET accounts",
                body -> aws.accounts().all(),
                "POST accounts",
                body -> addAccount(RequestBody.read(body, NewAccount.class)),
                "GET regions",
                body -> disabledRegions(),
                "PUT regions",
                body -> disable(RequestBody.read(body, RegionChange.class)),
                "GET organization",
                body -> organization(),
                "PUT organization",
                body -> change(RequestBody.read(body, OrganizationChange.class)));
    }

    private Object addAccount(NewAccount added) {
        return changed(() -> {
            aws.accounts().add(added.account());
            aws.accounts().put(added.over(aws.accounts().find(added.account()).orElseThrow()));
            return aws.accounts().find(added.account()).orElseThrow();
        });
    }

    private Object disable(RegionChange change) {
        return changed(() -> {
            aws.accounts().disableRegions(change.account(), Set.copyOf(change.disabled()));
            return disabledRegions();
        });
    }

    private Map<String, Set<String>> disabledRegions() {
        return aws.accounts().all().stream()
                .filter(account -> !account.disabledRegions().isEmpty())
                .collect(Collectors.toMap(SimulatedAccount::id, SimulatedAccount::disabledRegions));
    }

    private Object change(OrganizationChange change) {
        aws.organization().showStatus(Boolean.TRUE.equals(change.status()));
        return organization();
    }

    private Object organization() {
        return Map.of("status", aws.organization().showsStatus());
    }

    private Object changed(Supplier<Object> change) {
        var answer = aws.exclusively(() -> {
            var result = change.get();
            aws.touch();
            return result;
        });
        save.run();
        return answer;
    }
}
