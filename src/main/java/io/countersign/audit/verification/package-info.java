/** Verifies the audit log: as a job, and from the command line. */
@NamedInterface("verification")
@NullMarked
package io.countersign.audit.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
