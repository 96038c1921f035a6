/** What all pages share: layout, navigation, error pages. */
@ApplicationModule(allowedDependencies = {"identity"})
@NullMarked
package io.countersign.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
