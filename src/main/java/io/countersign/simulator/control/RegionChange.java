package io.countersign.simulator.control;

import io.countersign.simulator.model.RegionCatalog;
import java.util.List;

/** Replaces the Regions that an account has not enabled. */
record RegionChange(String account, List<String> disabled) {

    RegionChange {
        if (account == null || !account.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("account must have exactly 12 digits");
        }
        if (disabled == null
                || !disabled.stream().allMatch(region -> region != null && RegionCatalog.isKnown(region))) {
            throw new IllegalArgumentException("disabled must list Regions that have the service");
        }
    }
}
