/** The operations of the AWS API that other modules call, with their parameters and outcomes. */
@NamedInterface("api")
@NullMarked
package io.countersign.connection.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
