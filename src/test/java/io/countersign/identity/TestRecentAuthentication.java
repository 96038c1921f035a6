package io.countersign.identity;

import org.springframework.context.annotation.Primary;

/** Lets a test control whether the authentication is recent; it is unless the test changes it. */
@Primary
public class TestRecentAuthentication implements RecentAuthentication {

    private boolean fresh = true;
    private boolean outdated;

    public void become(boolean fresh) {
        this.fresh = fresh;
    }

    public void becomeOutdated(boolean outdated) {
        this.outdated = outdated;
    }

    @Override
    public boolean outdated() {
        return outdated;
    }

    @Override
    public boolean fresh() {
        return fresh;
    }

    @Override
    public String again(String returnPath) {
        return "/again?to=" + returnPath;
    }
}
