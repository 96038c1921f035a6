/** Configures the clients of the AWS SDK and translates its values and errors. */
@NullMarked
package io.countersign.connection.aws;

import org.jspecify.annotations.NullMarked;
