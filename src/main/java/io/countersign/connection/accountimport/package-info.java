/** Pages to import accounts of the AWS organization as connections. */
@NullMarked
package io.countersign.connection.accountimport;

import org.jspecify.annotations.NullMarked;
