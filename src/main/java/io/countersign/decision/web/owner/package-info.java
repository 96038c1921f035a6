/** What the page of an invitation shows about its owner. */
@NullMarked
package io.countersign.decision.web.owner;

import org.jspecify.annotations.NullMarked;
