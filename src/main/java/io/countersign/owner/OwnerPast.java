package io.countersign.owner;

import java.util.Collection;
import java.util.Set;

/** What was decided about owners here. The module that decides implements it. */
public interface OwnerPast {

    /** How often an owner's invitations were accepted and rejected here, confirmed by AWS. */
    record Counts(long accepted, long rejected) {

        public boolean none() {
            return accepted + rejected == 0;
        }
    }

    Counts of(String owner);

    /** Those of the owners about whom a decision was confirmed before. */
    Set<String> decided(Collection<String> owners);
}
