package io.countersign.kill;

import org.jspecify.annotations.Nullable;

/**
 * One decision and the moment of the kill.
 *
 * @param seen the number of the decision if the user was redirected to its page before the kill
 */
record Kill(
        Boundary boundary,
        String invitation,
        String action,
        @Nullable Long seen) {

    /** Returns a short text with the values that identify the kill. */
    @Override
    public String toString() {
        return boundary + " " + action + " " + invitation;
    }

    /** Returns the status that the owner sees if the decision took effect. */
    String effect() {
        return action.equals("ACCEPT") ? "ACCEPTED" : "REJECTED";
    }
}
