/** The page of one decision. */
@NullMarked
package io.countersign.decision.web.result;

import org.jspecify.annotations.NullMarked;
