/**
 * Connects AWS accounts and Regions, and translates AWS calls and responses. The only module that imports the AWS SDK.
 */
@ApplicationModule(allowedDependencies = {"audit", "authority", "identity", "input", "site"})
@NullMarked
package io.countersign.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
