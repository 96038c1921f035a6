package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.invitation.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants, or has decided already.
 *
 * @param action null where they have not chosen
 * @param shown null where it is not known what they saw
 * @param proposal that they confirm; null for none
 * @param made whether it is a decision that waits to be sent
 */
record Wanted(
        String person,
        @Nullable Action action,
        @Nullable Fingerprint shown,
        @Nullable Long proposal,
        boolean breakGlass,
        boolean made) {

    static Wanted nothing(String person) {
        return new Wanted(person, null, null, null, false, false);
    }

    /** An answer that nobody has given yet, to what was shown. */
    static Wanted one(Action action, String person, Fingerprint shown) {
        return new Wanted(person, action, shown, null, false, false);
    }

    static Wanted of(Decide wish) {
        return new Wanted(wish.person(), wish.action(), wish.shown(), wish.proposal(), wish.breakGlass(), false);
    }

    static Wanted of(Decision decision) {
        Second second = decision.second();
        return new Wanted(
                decision.person(),
                decision.action(),
                decision.fingerprint(),
                second.proposal(),
                second.breakGlass(),
                true);
    }
}
