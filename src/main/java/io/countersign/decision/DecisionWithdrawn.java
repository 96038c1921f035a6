package io.countersign.decision;

import org.jspecify.annotations.Nullable;

/**
 * Somebody took a held decision back. Published inside the transaction that stores it.
 *
 * @param inPlaceOf whose right they used, whom they stood in for; null where their own was enough
 */
public record DecisionWithdrawn(
        Decision decision, String by, @Nullable String inPlaceOf) {}
