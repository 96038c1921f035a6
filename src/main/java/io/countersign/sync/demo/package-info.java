/** Backdates the invitations of the demo. */
@NullMarked
package io.countersign.sync.demo;

import org.jspecify.annotations.NullMarked;
