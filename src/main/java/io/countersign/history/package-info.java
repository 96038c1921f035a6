/** The pages, downloads and receipts of the audit log. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "audit :: chain",
            "audit :: checkpoint",
            "audit :: entry",
            "audit :: export",
            "audit :: verification",
            "connection",
            "decision :: activity",
            "identity",
            "input",
            "invitation",
            "owner",
            "team :: access"
        })
@NullMarked
package io.countersign.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
