/** Simulates IAM and STS as far as sharing needs them: callers, roles with their trust policies, and sessions. */
@NullMarked
package io.countersign.simulator.access;

import org.jspecify.annotations.NullMarked;
