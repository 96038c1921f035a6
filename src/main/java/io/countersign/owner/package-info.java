/** The accounts that share with us: what they are called, whether they are ours, and whether leads trust them. */
@ApplicationModule(allowedDependencies = {"audit", "connection", "identity", "input", "site"})
@NullMarked
package io.countersign.owner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
