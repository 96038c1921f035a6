/** Plans the IAM roles of a connected account and renders them as templates. */
@NullMarked
package io.countersign.connection.role;

import org.jspecify.annotations.NullMarked;
