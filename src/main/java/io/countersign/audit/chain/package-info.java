/** The format of the audit log and its verification: text in, a finding out. It uses neither a database nor Spring. */
@NamedInterface("chain")
@NullMarked
package io.countersign.audit.chain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
