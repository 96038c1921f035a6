/** One accept or reject, from the intent of a person to the answer of AWS. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "connection",
            "identity",
            "invitation",
            "owner",
            "policy",
            "site",
            "sync :: removal",
            "team"
        })
@NullMarked
package io.countersign.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
