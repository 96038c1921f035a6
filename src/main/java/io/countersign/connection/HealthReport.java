package io.countersign.connection;

import java.util.Map;

/** Reports the polling state of the connected accounts; implemented by the polling module. */
@FunctionalInterface
public interface HealthReport {

    /** Returns one entry for each connected account. */
    Map<AccountId, AccountHealth> byAccount();
}
