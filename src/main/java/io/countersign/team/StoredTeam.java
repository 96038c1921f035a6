package io.countersign.team;

import java.time.Instant;

/** A team as it stands in the database; each change raises its version. */
record StoredTeam(long id, Team team, int version, Instant changedAt, String changedBy) {}
