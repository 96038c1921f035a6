package io.countersign.sync.poll;

import io.countersign.connection.AccountId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Bounds how many sources of one account are read at once. Whoever finds it full comes back later, and blocks nobody. */
final class AccountLimiter {

    private final int bound;
    private final ConcurrentMap<AccountId, Integer> busy = new ConcurrentHashMap<>();

    AccountLimiter(int bound) {
        this.bound = bound;
    }

    boolean tryEnter(AccountId account) {
        int[] before = new int[1];
        busy.compute(account, (key, count) -> {
            before[0] = count == null ? 0 : count;
            return before[0] < bound ? Integer.valueOf(before[0] + 1) : count;
        });
        return before[0] < bound;
    }

    void leave(AccountId account) {
        busy.computeIfPresent(account, (key, count) -> count == 1 ? null : count - 1);
    }
}
