package io.countersign.policy;

import io.countersign.owner.OwnerStanding;
import java.util.EnumSet;
import java.util.Set;

/** A category of owners that a rule can match. An owner can have two: an external owner can also be blocked. */
public enum OwnerCategory {
    INTERNAL,
    EXTERNAL,
    /** It is not known whether the account belongs to the organization. */
    UNKNOWN,
    /** A lead has blocked it. */
    BLOCKED;

    public static Set<OwnerCategory> of(OwnerStanding owner) {
        Set<OwnerCategory> categories = EnumSet.of(
                switch (owner.membership()) {
                    case INTERNAL -> INTERNAL;
                    case EXTERNAL -> EXTERNAL;
                    case UNKNOWN -> UNKNOWN;
                });
        if (owner.blocked()) {
            categories.add(BLOCKED);
        }
        return categories;
    }
}
