/** Collects the invitations of a bulk decision and previews the result. */
@NullMarked
package io.countersign.batch.draft;

import org.jspecify.annotations.NullMarked;
