/** Proposals that wait for their second approval. */
@NullMarked
package io.countersign.decision.proposal;

import org.jspecify.annotations.NullMarked;
