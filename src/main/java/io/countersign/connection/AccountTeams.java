package io.countersign.connection;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The teams to which newly connected accounts can be assigned. */
public interface AccountTeams {

    /** A team to select. */
    record Choice(String id, String name) {}

    /** Returns all teams by name; without any team, all users decide everything, so no choice is needed. */
    List<Choice> choices();

    /** Returns the team that receives new accounts, if one is configured. */
    Optional<Choice> byDefault();

    /** @param team the ID of a choice */
    void assign(Collection<AccountId> accounts, String team, String person);
}
