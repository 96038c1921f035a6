package io.countersign.decision.eligibility;

import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import io.countersign.policy.LooseningRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the admins who gave a user roles or a password that no second user has confirmed. */
@Component
public class UnconfirmedGrants {

    private final LooseningChanges changes;

    UnconfirmedGrants(LooseningChanges changes) {
        this.changes = changes;
    }

    /** Returns the names of the admins, and of those who gave these admins theirs. */
    Set<String> to(String user) {
        List<ValueChange> grants = changes.counting().stream()
                .filter(change -> change.kind() == ValueKind.USER || change.kind() == ValueKind.USER_PASSWORD)
                .filter(LooseningRule::gives)
                .toList();
        Set<String> admins = new HashSet<>();
        collect(user, grants, admins);
        return admins;
    }

    private static void collect(String user, List<ValueChange> grants, Set<String> admins) {
        for (ValueChange grant : grants) {
            String admin = grant.by();
            if (admin != null && grant.subject().equals(user) && admins.add(admin)) {
                collect(admin, grants, admins);
            }
        }
    }
}
