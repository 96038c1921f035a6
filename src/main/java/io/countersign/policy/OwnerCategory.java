package io.countersign.policy;

import io.countersign.owner.OwnerStanding;
import java.util.EnumSet;
import java.util.Set;

/** What a rule can ask of an owner. One owner may be of two kinds: outside, and blocked. */
public enum OwnerCategory {
    INSIDE,
    OUTSIDE,
    /** Nobody has said whether the account is inside the organization. */
    UNKNOWN,
    /** A lead has blocked it. */
    BLOCKED;

    public static Set<OwnerCategory> of(OwnerStanding owner) {
        Set<OwnerCategory> kinds = EnumSet.of(
                switch (owner.membership()) {
                    case INSIDE -> INSIDE;
                    case OUTSIDE -> OUTSIDE;
                    case UNKNOWN -> UNKNOWN;
                });
        if (owner.blocked()) {
            kinds.add(BLOCKED);
        }
        return kinds;
    }
}
