package io.countersign.simulator.control;

import org.jspecify.annotations.Nullable;

/** Whether ListAccounts returns the retired {@code Status} in addition to {@code State}. */
record OrganizationChange(@Nullable Boolean status) {

    OrganizationChange {
        if (status == null) {
            throw new IllegalArgumentException("status must be true or false");
        }
    }
}
