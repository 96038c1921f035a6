package io.countersign.decision.eligibility;

import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueRepository;
import io.countersign.identity.PersonRepository;
import io.countersign.policy.Actor;
import io.countersign.policy.LooseningRule;
import io.countersign.policy.LooseningRule.Confirmation;
import io.countersign.team.access.ActiveDelegations;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Confirms changes that loosen who may decide; the audit entry is appended in the same transaction. */
@Service
public class ChangeConfirmation {

    private final ValueRepository values;
    private final EffectiveValues effective;
    private final LooseningChanges changes;
    private final PersonRepository people;
    private final ActiveDelegations delegations;

    ChangeConfirmation(
            ValueRepository values,
            EffectiveValues effective,
            LooseningChanges changes,
            PersonRepository people,
            ActiveDelegations delegations) {
        this.values = values;
        this.effective = effective;
        this.changes = changes;
        this.people = people;
        this.delegations = delegations;
    }

    /** Returns the changes that wait for a confirmation, with the times at which they apply without one. */
    public Map<ValueChange, Instant> waiting() {
        Map<ValueChange, Instant> waiting = changes.ends();
        waiting.keySet().removeIf(change -> !LooseningRule.loosens(change));
        return waiting;
    }

    public Confirmation judge(ValueChange change, String person) {
        return LooseningRule.judge(waiting().containsKey(change), actor(change.responsible()), actor(person));
    }

    /** Returns empty if the change does not exist. */
    @Transactional
    public Optional<Confirmation> confirm(long id, String person) {
        return values.findAndHold(id).map(change -> {
            Confirmation confirmation = judge(change, person);
            if (confirmation.allowed()) {
                effective.confirm(change, person);
            }
            return confirmation;
        });
    }

    private @Nullable Actor actor(@Nullable String name) {
        return name == null
                ? null
                : new Actor(
                        name,
                        Set.copyOf(delegations.of(name)),
                        people.find(name)
                                .filter(ApprovalContextLoader::isServiceAccount)
                                .isPresent());
    }
}
