/** Pages to list, add, change, pause and remove connections. */
@NamedInterface("web")
@NullMarked
package io.countersign.connection.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
