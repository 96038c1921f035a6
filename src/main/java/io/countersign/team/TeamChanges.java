package io.countersign.team;

import io.countersign.identity.NotYours;
import io.countersign.team.TeamChanged.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do to teams. Each change and the entry that tells of it are stored together or not at all. */
@Service
class TeamChanges {

    /** What became of an edit. */
    enum Edit {
        DONE,
        /** Somebody else changed the team meanwhile. */
        OVERTAKEN,
        GONE
    }

    private final Teams teams;
    private final StrayClaims strayClaims;
    private final ApplicationEventPublisher events;
    private final MessageSourceAccessor messages;

    TeamChanges(Teams teams, StrayClaims strayClaims, ApplicationEventPublisher events, MessageSource messages) {
        this.teams = teams;
        this.strayClaims = strayClaims;
        this.events = events;
        this.messages = new MessageSourceAccessor(messages);
    }

    @Transactional
    public long add(Team team, String person) {
        long id = teams.add(team, person);
        tell(person, team.name(), Kind.ADDED, TeamDifference.between(null, team));
        return id;
    }

    /** @param version of the team as the person saw it */
    @Transactional
    public Edit change(long id, Team team, int version, String person) {
        return change(id, old -> team, version, person);
    }

    /**
     * Changes the members alone, which the team's own leads may.
     *
     * @throws NotYours if the person does not lead the team
     */
    @Transactional
    public Edit changeMembers(long id, Map<String, TeamRole> members, int version, String person) {
        Optional<StoredTeam> team = teams.find(id);
        if (team.isPresent() && team.get().team().members().get(person) != TeamRole.LEAD) {
            throw new NotYours(messages.getMessage("team.not-its-lead"));
        }
        return change(id, old -> old.withMembers(members), version, person);
    }

    @Transactional
    public void remove(long id, String person) {
        teams.find(id).filter(team -> teams.remove(id)).ifPresent(team -> {
            tell(person, team.team().name(), Kind.REMOVED, TeamDifference.between(team.team(), null));
        });
    }

    private Edit change(long id, UnaryOperator<Team> edit, int version, String person) {
        Optional<StoredTeam> stored = teams.find(id);
        if (stored.isEmpty()) {
            return Edit.GONE;
        }
        Team before = stored.get().team();
        Team after = edit.apply(before);
        List<String> differences = TeamDifference.between(before, after);
        if (differences.isEmpty()) {
            return Edit.DONE;
        }
        if (!teams.change(id, after, version, person)) {
            return Edit.OVERTAKEN;
        }
        tell(person, after.name(), Kind.CHANGED, differences);
        return Edit.DONE;
    }

    private void tell(String person, String team, Kind kind, List<String> differences) {
        events.publishEvent(new TeamChanged(person, team, kind, differences));
        strayClaims.free(person);
    }
}
