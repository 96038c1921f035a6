package io.countersign.identity;

import org.springframework.context.annotation.Primary;

/** Lets a test control whether the authentication is recent; it is unless the test changes it. */
@Primary
public class TestRecentAuthentication implements RecentAuthentication {

    private boolean fresh = true;

    public void become(boolean fresh) {
        this.fresh = fresh;
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
