/** The pages of proposals, break-glass accepts and approval rules. */
@NullMarked
package io.countersign.decision.web.approval;

import org.jspecify.annotations.NullMarked;
