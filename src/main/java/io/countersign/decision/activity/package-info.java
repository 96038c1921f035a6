/** What happened to an invitation, as the audit log states it. */
@NullMarked
package io.countersign.decision.activity;

import org.jspecify.annotations.NullMarked;
