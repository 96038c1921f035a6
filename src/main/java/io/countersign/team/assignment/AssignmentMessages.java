package io.countersign.team.assignment;

import io.countersign.site.FlashMessages;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says how many invitations were assigned, and to whom. */
@Component
class AssignmentMessages {

    /** The most users that a message names. */
    private static final int NAMED = 12;

    private final FlashMessages flashMessages;

    AssignmentMessages(FlashMessages flashMessages) {
        this.flashMessages = flashMessages;
    }

    void show(RedirectAttributes flash, Collection<BulkAssignmentService.Outcome> outcomes) {
        Map<String, Long> assigned = outcomes.stream()
                .filter(BulkAssignmentService.Outcome::done)
                .collect(Collectors.groupingBy(
                        BulkAssignmentService.Outcome::person, LinkedHashMap::new, Collectors.counting()));
        long done = assigned.values().stream().mapToLong(Long::longValue).sum();
        Object to = to(assigned);
        if (done == outcomes.size()) {
            flashMessages.ok(flash, "team.assign.done", done, to);
        } else {
            flashMessages.warn(flash, "team.assign.partly", done, outcomes.size() - done, to);
        }
    }

    private static Object to(Map<String, Long> assigned) {
        String named = assigned.entrySet().stream()
                .limit(NAMED)
                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
        return assigned.size() <= NAMED
                ? named
                : new DefaultMessageSourceResolvable(
                        new String[] {"team.assign.others"}, new Object[] {named, assigned.size() - NAMED});
    }
}
