/** Accepts and rejects invitations, from the intent of a user to the answer of AWS. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "audit :: chain",
            "audit :: entry",
            "authority",
            "connection",
            "connection :: api",
            "http",
            "identity",
            "input",
            "invitation",
            "invitation :: queue",
            "invitation :: update",
            "invitation :: view",
            "owner",
            "policy",
            "site",
            "sync :: removal",
            "team",
            "team :: access"
        })
@NullMarked
package io.countersign.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
