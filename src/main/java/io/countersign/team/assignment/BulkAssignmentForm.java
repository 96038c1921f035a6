package io.countersign.team.assignment;

import io.countersign.connection.InvitationId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/**
 * The form that assigns several invitations.
 *
 * @param seen the assignees that the lead saw, by invitation; empty for none
 * @param to the name of a user; empty if none is chosen
 * @param team the name of a team whose members take turns, which is empty if there are no teams; null if none is chosen
 */
record BulkAssignmentForm(
        Map<InvitationId, String> seen, String to, @Nullable String team) {

    boolean chosen() {
        return !to.isEmpty() || team != null;
    }

    static final int MOST = 500;

    private static final String TEAM = "team:";
    private static final String PERSON = "user:";

    /** @throws ResponseStatusException 400 with the name of the invalid field */
    static BulkAssignmentForm of(MultiValueMap<String, String> typed) {
        Map<InvitationId, String> seen = new LinkedHashMap<>();
        for (String item : typed.getOrDefault("item", List.of())) {
            String[] parts = item.split(":", 2);
            seen.put(id(parts[0]), UserParameter.checked("item", parts.length == 2 ? parts[1] : ""));
        }
        if (seen.isEmpty() || seen.size() > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "item: 1 to " + MOST + " invitations");
        }
        String to = typed.getFirst("to");
        if (to == null || to.isEmpty()) {
            return new BulkAssignmentForm(seen, "", null);
        }
        if (!to.startsWith(TEAM) && !to.startsWith(PERSON)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "to: select a person or a team");
        }
        String name = to.substring(TEAM.length());
        return to.startsWith(TEAM)
                ? new BulkAssignmentForm(seen, "", name)
                : new BulkAssignmentForm(seen, UserParameter.checked("to", name), null);
    }

    private static InvitationId id(String typed) {
        try {
            return new InvitationId(typed);
        } catch (IllegalArgumentException malformed) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "item: must begin with an invitation ID");
        }
    }
}
