/** Tests a connection step by step and explains how to fix what fails. */
@NullMarked
package io.countersign.connection.test;

import org.jspecify.annotations.NullMarked;
