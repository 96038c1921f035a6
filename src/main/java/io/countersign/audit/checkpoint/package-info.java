/** Signs the end of the chain and publishes the signed checkpoints to a store outside the database. */
@NamedInterface("checkpoint")
@NullMarked
package io.countersign.audit.checkpoint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
