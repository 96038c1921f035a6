/** Pages to list, add, change and remove teams. */
@NullMarked
package io.countersign.team.web;

import org.jspecify.annotations.NullMarked;
