package io.countersign.policy;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who has a part in a decision.
 *
 * @param inPlaceOf the lead in whose place they act; null where they act for themselves
 * @param machine whether it is a program's account
 */
public record Hand(String person, @Nullable String inPlaceOf, boolean machine) {

    /** Whether one person stands behind both, be it in the place of the other or of the same third. */
    boolean same(Hand other) {
        return behind(other.person) || other.inPlaceOf != null && behind(other.inPlaceOf);
    }

    private boolean behind(String name) {
        return person.equals(name) || name.equals(inPlaceOf);
    }
}
