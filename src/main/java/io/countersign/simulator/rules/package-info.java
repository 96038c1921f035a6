/** What Well-Architected sharing allows and what it does: resources, shares, invitations. No HTTP in it. */
@NullMarked
package io.countersign.simulator.rules;

import org.jspecify.annotations.NullMarked;
