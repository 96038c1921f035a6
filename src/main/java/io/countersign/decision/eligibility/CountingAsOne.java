package io.countersign.decision.eligibility;

import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import io.countersign.identity.UserDirectory;
import io.countersign.policy.LooseningRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds the users who count as one with a user: admins who gave roles or a password that no second user has confirmed, and users of a
 * similar name who may be the same human.
 */
@Component
public class CountingAsOne {

    private final LooseningChanges changes;
    private final UserDirectory users;

    CountingAsOne(LooseningChanges changes, UserDirectory users) {
        this.changes = changes;
        this.users = users;
    }

    /** Returns the names of the admins, of those who gave these admins theirs, and of namesakes. */
    Set<String> to(String user) {
        List<ValueChange> grants = changes.counting().stream()
                .filter(change -> change.kind() == ValueKind.USER || change.kind() == ValueKind.USER_PASSWORD)
                .filter(LooseningRule::gives)
                .toList();
        Set<String> others = new HashSet<>();
        collect(user, grants, others);
        others.addAll(users.namesakes(user));
        return others;
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
