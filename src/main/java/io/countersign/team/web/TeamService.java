package io.countersign.team.web;

import io.countersign.audit.AuditLog;
import io.countersign.connection.AccountId;
import io.countersign.identity.InvitationAccessDeniedException;
import io.countersign.team.Team;
import io.countersign.team.TeamAuditEntries;
import io.countersign.team.TeamRole;
import io.countersign.team.assignment.StaleClaimCleaner;
import io.countersign.team.persistence.StoredTeam;
import io.countersign.team.persistence.TeamRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and removes teams. A change and its audit entry are stored together or not at all. */
@Service
public class TeamService {

    private final TeamRepository teamRepository;
    private final StaleClaimCleaner staleClaimCleaner;
    private final AuditLog auditLog;
    private final MessageSourceAccessor messages;

    TeamService(
            TeamRepository teamRepository,
            StaleClaimCleaner staleClaimCleaner,
            AuditLog auditLog,
            MessageSource messages) {
        this.teamRepository = teamRepository;
        this.staleClaimCleaner = staleClaimCleaner;
        this.auditLog = auditLog;
        this.messages = new MessageSourceAccessor(messages);
    }

    /** @throws TeamNameTakenException if another team has the name */
    @Transactional
    public long add(Team team, String person) {
        requireFree(team.name(), 0);
        long id = teamRepository.add(team, person);
        append(person, "team " + team.name() + " added", TeamDifference.between(null, team));
        return id;
    }

    /**
     * @param version the version of the team that the user saw
     * @return false if another user changed or removed the team meanwhile
     * @throws TeamNameTakenException if another team has the new name
     */
    @Transactional
    public boolean change(long id, Team team, int version, String person) {
        return change(id, old -> team, version, person);
    }

    /**
     * Changes only the members, which the leads of the team may do.
     *
     * @throws InvitationAccessDeniedException if the user does not lead the team
     */
    @Transactional
    public boolean changeMembers(long id, Map<String, TeamRole> members, int version, String person) {
        Optional<StoredTeam> team = teamRepository.findAndHold(id);
        if (team.isPresent() && !team.get().ledBy(person)) {
            throw new InvitationAccessDeniedException(messages.getMessage("team.not-its-lead"));
        }
        return change(id, old -> old.withMembers(members), version, person);
    }

    /**
     * Adds accounts with all Regions.
     *
     * @return false if the team does not exist
     */
    @Transactional
    public boolean addAccounts(long id, Collection<AccountId> accounts, String person) {
        return teamRepository
                .findAndHold(id)
                .map(stored -> change(id, old -> old.withAccounts(accounts), stored.version(), person))
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    @Transactional
    public void remove(long id, String person) {
        teamRepository.findAndHold(id).ifPresent(team -> {
            teamRepository.remove(id);
            List<String> lines = new ArrayList<>(TeamDifference.between(team.team(), null));
            team.groupMembers().forEach((member, role) -> lines.add(member + ", by a group: " + role + " → none"));
            append(person, "team " + team.team().name() + " removed", lines);
        });
    }

    private boolean change(long id, UnaryOperator<Team> edit, int version, String person) {
        Optional<StoredTeam> stored = teamRepository.findAndHold(id);
        if (stored.isEmpty()) {
            return false;
        }
        Team before = stored.get().team();
        Team after = edit.apply(before);
        List<String> differences = TeamDifference.between(before, after);
        if (differences.isEmpty()) {
            return true;
        }
        if (stored.get().version() != version) {
            return false;
        }
        if (!after.name().equals(before.name())) {
            requireFree(after.name(), id);
        }
        teamRepository.change(id, after, person);
        append(person, "team " + after.name() + " changed", differences);
        return true;
    }

    /** Called in the transaction that stores the name, so that of equal requests at once only one succeeds. */
    private void requireFree(String name, long id) {
        if (teamRepository.namedAndHold(name, id)) {
            throw new TeamNameTakenException();
        }
    }

    private void append(String person, String change, List<String> differences) {
        TeamAuditEntries.team(person, change, differences).forEach(auditLog::append);
        staleClaimCleaner.release(person);
    }
}
