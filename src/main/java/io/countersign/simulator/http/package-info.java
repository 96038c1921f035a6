/** AWS's wire protocol: signatures, routes, members and error shapes. It holds no rule of sharing. */
@NullMarked
package io.countersign.simulator.http;

import org.jspecify.annotations.NullMarked;
