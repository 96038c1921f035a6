/** Receives requests to AWS services and runs them: signature, permission, faults, operation, response. */
@NullMarked
package io.countersign.simulator.http;

import org.jspecify.annotations.NullMarked;
