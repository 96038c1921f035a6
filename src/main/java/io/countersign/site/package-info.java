/** Layout, navigation and error pages shared by all pages. */
@ApplicationModule(allowedDependencies = {"database", "http", "identity", "identity :: session", "input"})
@NullMarked
package io.countersign.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
