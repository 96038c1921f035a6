/** IAM and STS as far as sharing needs them: who speaks, which roles trust whom, and what a session may do. */
@NullMarked
package io.countersign.simulator.access;

import org.jspecify.annotations.NullMarked;
