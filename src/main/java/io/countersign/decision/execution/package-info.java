/** Makes a decision: intent, hold, send, outcome, and the read-back of its effect. */
@NullMarked
package io.countersign.decision.execution;

import org.jspecify.annotations.NullMarked;
