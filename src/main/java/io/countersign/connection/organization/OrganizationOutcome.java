package io.countersign.connection.organization;

import io.countersign.connection.AwsFailure;
import java.util.List;

/** What reading the AWS organization came to. */
public sealed interface OrganizationOutcome {

    /** Every page was read. */
    record Listed(List<OrganizationAccount> accounts) implements OrganizationOutcome {
        public Listed {
            accounts = List.copyOf(accounts);
        }
    }

    /** Some page was not read: nothing may be concluded about who belongs to it. */
    record NotListed(AwsFailure failure) implements OrganizationOutcome {}
}
