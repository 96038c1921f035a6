package io.countersign.team.persistence;

import io.countersign.team.Team;
import java.time.Instant;

/** A team as stored; each change increases its version. */
public record StoredTeam(long id, Team team, int version, Instant changedAt, String changedBy) {}
