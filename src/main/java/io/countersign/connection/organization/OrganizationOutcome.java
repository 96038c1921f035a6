package io.countersign.connection.organization;

import io.countersign.connection.AwsFailure;
import java.util.List;

/** The outcome of listing the AWS organization. */
public sealed interface OrganizationOutcome {

    /** Every page was read. */
    record Listed(List<OrganizationAccount> accounts) implements OrganizationOutcome {
        public Listed {
            accounts = List.copyOf(accounts);
        }
    }

    /** At least one page was not read, so the membership of accounts is unknown. */
    record NotListed(AwsFailure failure) implements OrganizationOutcome {}
}
