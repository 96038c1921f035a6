/** The operations of AWS Well-Architected: their routes, members and responses. */
@NullMarked
package io.countersign.simulator.http.operation;

import org.jspecify.annotations.NullMarked;
