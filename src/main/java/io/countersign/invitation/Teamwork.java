package io.countersign.invitation;

import io.countersign.connection.InvitationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.ui.Model;

/** Tells whose an invitation is and whose turn it is, read from the database on every call. The module of the teams implements it. */
public interface Teamwork {

    Scope scope(String person);

    /** The names of those who share a team with a person, their own among them; empty while there is no team: then everybody does. */
    Optional<Set<String>> teammates(String person);

    Standing standing(Invitation invitation, String person);

    /** @throws io.countersign.identity.NotYours with words for people, if it is not theirs to see */
    Standing admit(Invitation invitation, String person);

    /** Whose turn each is; those that are free are missing. */
    Map<InvitationId, TurnView> turns(Collection<InvitationId> ids, String person);

    /** Oldest first. */
    List<Said> said(InvitationId id);

    /** Gives the page of an invitation what the fragments of the teams draw, with links that keep the filter. */
    void show(Model model, Invitation invitation, Standing standing, QueueFilter filter);
}
