package io.countersign.team.group;

import io.countersign.audit.AuditLog;
import io.countersign.team.TeamAuditEntries;
import io.countersign.team.TeamRole;
import io.countersign.team.assignment.StaleClaimCleaner;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps users in the teams of their groups. Members whom a user added are stored separately and stay. */
@Service
public class GroupMemberService {

    private final GroupMemberRepository members;
    private final StaleClaimCleaner staleClaimCleaner;
    private final AuditLog auditLog;

    GroupMemberService(GroupMemberRepository members, StaleClaimCleaner staleClaimCleaner, AuditLog auditLog) {
        this.members = members;
        this.staleClaimCleaner = staleClaimCleaner;
        this.auditLog = auditLog;
    }

    /**
     * Puts a user into exactly these teams, as far as they exist.
     *
     * @param teams the team role by the name of the team; upper and lower case do not matter
     * @param origin where the groups come from, for the audit entry
     */
    @Transactional
    public void put(String person, Map<String, TeamRole> teams, String origin) {
        Map<String, TeamRole> before = members.of(person);
        Map<String, TeamRole> after = members.existing(teams);
        if (before.equals(after)) {
            return;
        }
        members.replace(person, after);
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.stream()
                .filter(team -> before.get(team) != after.get(team))
                .forEach(team -> append(person, team, before.get(team), after.get(team), origin));
        staleClaimCleaner.release(person);
    }

    /** Returns those of the names that no team has; upper and lower case do not matter. */
    public Set<String> missing(Collection<String> names) {
        Map<String, TeamRole> wanted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        names.forEach(name -> wanted.put(name, TeamRole.REVIEWER));
        members.existing(wanted).keySet().forEach(wanted::remove);
        return wanted.keySet();
    }

    private void append(
            String person, String team, @Nullable TeamRole before, @Nullable TeamRole after, String origin) {
        String change = "%s: %s → %s".formatted(person, text(before), text(after));
        TeamAuditEntries.team(person, "team " + team + " changed", List.of(change, "from the groups of " + origin))
                .forEach(auditLog::append);
    }

    private static String text(@Nullable TeamRole role) {
        return Objects.toString(role, "none");
    }
}
