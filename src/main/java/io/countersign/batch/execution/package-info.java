/** Starts, runs and stops bulk decisions. */
@NullMarked
package io.countersign.batch.execution;

import org.jspecify.annotations.NullMarked;
