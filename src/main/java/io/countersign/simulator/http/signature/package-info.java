/** Checks Signature Version 4, independently of the AWS SDK. */
@NullMarked
package io.countersign.simulator.http.signature;

import org.jspecify.annotations.NullMarked;
