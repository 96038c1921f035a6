/** Provides the credentials for each account: base credentials, assumed roles and their errors. */
@NullMarked
package io.countersign.connection.credential;

import org.jspecify.annotations.NullMarked;
