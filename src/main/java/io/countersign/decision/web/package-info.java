/** The pages of an invitation and of a decision, and their forms. */
@NullMarked
package io.countersign.decision.web;

import org.jspecify.annotations.NullMarked;
