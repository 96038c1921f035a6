/** The format of the record and its verification: texts in, a finding out. It knows no database and no Spring. */
@NullMarked
package io.countersign.history.chain;

import org.jspecify.annotations.NullMarked;
