package io.countersign.decision.eligibility;

import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import io.countersign.identity.UserDirectory;
import io.countersign.policy.LooseningRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

    /** Returns the names of the admins and namesakes, of those who count as one with them, and so on. */
    Set<String> to(String user) {
        List<ValueChange> grants = changes.counting().stream()
                .filter(change -> change.kind() == ValueKind.USER || change.kind() == ValueKind.USER_PASSWORD)
                .filter(LooseningRule::gives)
                .toList();
        Set<String> found = new HashSet<>();
        collect(user, grants, found);
        found.remove(user);
        return found;
    }

    private void collect(String user, List<ValueChange> grants, Set<String> found) {
        if (found.add(user)) {
            grants.stream()
                    .filter(grant -> grant.subject().equals(user))
                    .flatMap(grant -> Stream.ofNullable(grant.by()))
                    .forEach(admin -> collect(admin, grants, found));
            users.namesakes(user).forEach(namesake -> collect(namesake, grants, found));
        }
    }
}
