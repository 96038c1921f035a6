/** Teams: visibility and responsibility of users, assignments, comments and delegations. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "connection",
            "connection :: web",
            "http",
            "identity",
            "input",
            "invitation",
            "invitation :: queue",
            "invitation :: view",
            "site"
        })
@NullMarked
package io.countersign.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
