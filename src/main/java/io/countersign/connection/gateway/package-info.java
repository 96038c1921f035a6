/** Calls the Well-Architected API: lists and updates share invitations, and looks for shared resources. */
@NullMarked
package io.countersign.connection.gateway;

import org.jspecify.annotations.NullMarked;
