package io.countersign.sync.poll;

import io.countersign.connection.AccountId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Limits the concurrent polls per account. A poll above the limit does not block; it is rescheduled. */
final class AccountLimiter {

    private final int limit;
    private final ConcurrentMap<AccountId, Integer> busy = new ConcurrentHashMap<>();

    AccountLimiter(int limit) {
        this.limit = limit;
    }

    boolean tryEnter(AccountId account) {
        int[] before = new int[1];
        busy.compute(account, (key, count) -> {
            before[0] = count == null ? 0 : count;
            return before[0] < limit ? Integer.valueOf(before[0] + 1) : count;
        });
        return before[0] < limit;
    }

    void leave(AccountId account) {
        busy.computeIfPresent(account, (key, count) -> count == 1 ? null : count - 1);
    }
}
