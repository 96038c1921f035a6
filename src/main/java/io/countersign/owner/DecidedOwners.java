package io.countersign.owner;

import java.util.Collection;
import java.util.Set;

/** Finds the owners with decided invitations. The decision module implements it. */
public interface DecidedOwners {

    /** Returns the given owners that have a confirmed decision of any user. */
    Set<String> decided(Collection<String> owners);
}
