package io.countersign.invitation;

import java.util.Collection;
import java.util.Map;

/** Tells what takes two people to accept. The module that decides implements it. */
public interface SecondPerson {

    /** By id; what one person accepts alone is missing. */
    Map<String, SecondView> of(Collection<InvitationView> shown);

    /** How many proposals wait for an answer, as far as a scope reaches. */
    int waiting(Scope scope);

    /** How many proposals of a person were sent back, with nothing decided or proposed since. */
    int sentBack(String person, Scope scope);
}
