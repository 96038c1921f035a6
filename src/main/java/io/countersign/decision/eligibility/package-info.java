/** Loads the facts about who may decide an invitation, and judges them. */
@NullMarked
package io.countersign.decision.eligibility;

import org.jspecify.annotations.NullMarked;
