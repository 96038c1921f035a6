package io.countersign.identity;

/** Some things are done only by somebody who has just shown who they are. */
public interface RecentAuthentication {

    /** Whether the person of the current request gave their password, or another factor, within the last five minutes. */
    boolean fresh();

    /**
     * The page that asks for it again.
     *
     * @param returnPath where it leads to afterwards; one that is no path of this application counts as the queue
     */
    String again(String returnPath);
}
