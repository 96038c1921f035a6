/** Loads the facts about an invitation and its deciders, and judges them. */
@NullMarked
package io.countersign.decision.eligibility;

import org.jspecify.annotations.NullMarked;
