/** Pages of bulk decisions: draft, start, stop and results. */
@NullMarked
package io.countersign.batch.web;

import org.jspecify.annotations.NullMarked;
