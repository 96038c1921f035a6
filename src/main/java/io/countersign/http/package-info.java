/** The rules for every request and response: cookies, headers, limits, and what a page reads once. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.countersign.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
