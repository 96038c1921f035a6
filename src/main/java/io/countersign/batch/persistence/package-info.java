/** Stores bulk decisions and their items. */
@NullMarked
package io.countersign.batch.persistence;

import org.jspecify.annotations.NullMarked;
