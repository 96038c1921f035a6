package io.countersign.decision.eligibility;

import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueRepository;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.Role;
import io.countersign.policy.Actor;
import io.countersign.policy.LooseningRule;
import io.countersign.policy.LooseningRule.Confirmation;
import io.countersign.team.access.ActiveDelegations;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final CountingAsOne asOne;

    ChangeConfirmation(
            ValueRepository values,
            EffectiveValues effective,
            LooseningChanges changes,
            PersonRepository people,
            ActiveDelegations delegations,
            CountingAsOne asOne) {
        this.values = values;
        this.effective = effective;
        this.changes = changes;
        this.people = people;
        this.delegations = delegations;
        this.asOne = asOne;
    }

    /** Returns the changes that wait for a confirmation, with the times at which they apply without one. */
    public Map<ValueChange, Instant> waiting() {
        Map<ValueChange, Instant> waiting = new LinkedHashMap<>(changes.ends());
        waiting.keySet().removeIf(change -> !LooseningRule.loosens(change));
        return waiting;
    }

    /** Returns the changes that wait and that the user can confirm, the oldest first. */
    public List<ValueChange> confirmable(String person) {
        Collection<ValueChange> waiting = waiting().keySet();
        if (waiting.isEmpty()
                || people.find(person).filter(ChangeConfirmation::mayConfirm).isEmpty()) {
            return List.of();
        }
        Map<Long, Confirmation> judged = judge(waiting, person);
        return waiting.stream()
                .filter(change -> judged.get(change.id()).allowed())
                .toList();
    }

    private static boolean mayConfirm(Person person) {
        return person.roles().contains(Role.LEAD) || person.roles().contains(Role.ADMIN);
    }

    /** Judges changes that wait, by ID. */
    public Map<Long, Confirmation> judge(Collection<ValueChange> waiting, String person) {
        Actor confirmer = actor(person);
        Map<String, Actor> responsible = new HashMap<>();
        Map<Long, Confirmation> judged = new HashMap<>();
        waiting.forEach(change -> {
            String name = change.responsible();
            Actor maker = name == null ? null : responsible.computeIfAbsent(name, this::actor);
            judged.put(change.id(), LooseningRule.judge(true, maker, confirmer));
        });
        return judged;
    }

    /** Confirms the changes that the user may confirm, and returns the judgment of each change that exists, by ID. */
    @Transactional
    public Map<Long, Confirmation> confirm(Collection<Long> ids, String person) {
        Set<Long> held = values.hold(ids);
        List<ValueChange> waiting = waiting().keySet().stream()
                .filter(change -> held.contains(change.id()))
                .toList();
        Map<Long, Confirmation> judged = judge(waiting, person);
        effective.confirm(
                waiting.stream()
                        .filter(change -> judged.get(change.id()).allowed())
                        .toList(),
                person);
        held.forEach(id -> judged.putIfAbsent(id, Confirmation.OVER));
        return judged;
    }

    private Actor actor(String name) {
        return new Actor(
                name,
                Set.copyOf(delegations.of(name)),
                asOne.to(name),
                people.find(name)
                        .filter(ApprovalContextLoader::isServiceAccount)
                        .isPresent());
    }
}
