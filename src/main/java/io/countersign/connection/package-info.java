/** AWS accounts and their Regions: how they are reached and what AWS answers, in our words. The only importer of the AWS SDK. */
@ApplicationModule(allowedDependencies = {"audit", "identity", "input", "site"})
@NullMarked
package io.countersign.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
