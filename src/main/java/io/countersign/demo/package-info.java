/** The history of the demo: its people, its clock, and what they did before the first start. */
@ApplicationModule(
        allowedDependencies = {
            "audit :: chain",
            "audit :: entry",
            "connection",
            "decision",
            "decision :: demo",
            "identity",
            "identity :: demo",
            "sync :: demo",
            "team :: demo"
        })
@NullMarked
package io.countersign.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
