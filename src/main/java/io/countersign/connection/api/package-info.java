/** The operations of the AWS API that other modules call, with their outcomes. */
@NamedInterface("api")
@NullMarked
package io.countersign.connection.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
