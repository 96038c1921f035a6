package io.countersign.owner;

import java.util.Collection;
import java.util.Set;

/** What was decided about owners here. The module that decides implements it. */
public interface DecidedOwners {

    /** Those of the owners about whom a decision was confirmed before, by whomever. */
    Set<String> decided(Collection<String> owners);
}
