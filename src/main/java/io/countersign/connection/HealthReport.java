package io.countersign.connection;

import java.util.Map;

/** Tells how reading the connected accounts goes. Whoever reads them implements it. */
@FunctionalInterface
public interface HealthReport {

    /** One for each connected account. */
    Map<AccountId, AccountHealth> byAccount();
}
