package io.countersign.identity;

/** Checks that the user has authenticated recently, which critical actions require. */
public interface RecentAuthentication {

    /**
     * Returns whether the user of the current request gave the password, or another factor, within the last five
     * minutes.
     */
    boolean fresh();

    /**
     * Returns whether an identity provider last confirmed the user and the groups too long ago for a decision. Always false
     * for a user with a password.
     */
    default boolean outdated() {
        return false;
    }

    /**
     * Returns the path of the reauthentication page.
     *
     * @param returnPath the target after reauthentication; the queue if it is not a path of this application
     */
    String again(String returnPath);
}
