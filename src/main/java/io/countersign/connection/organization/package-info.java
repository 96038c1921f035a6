/** Lists and stores the accounts of the AWS organization. */
@NullMarked
package io.countersign.connection.organization;

import org.jspecify.annotations.NullMarked;
