package io.countersign.kill;

import org.jspecify.annotations.Nullable;

/**
 * One decision and the moment when the application was killed.
 *
 * @param seen the decision's number, where the person was led to its page before the kill
 */
record Kill(
        Boundary boundary,
        String invitation,
        String action,
        @Nullable Long seen) {

    /** In short, without what only an account of it needs. */
    @Override
    public String toString() {
        return boundary + " " + action + " " + invitation;
    }

    /** What the owner sees of an invitation on which the decision took effect. */
    String effect() {
        return action.equals("ACCEPT") ? "ACCEPTED" : "REJECTED";
    }
}
