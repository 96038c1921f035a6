package io.countersign.decision;

import io.countersign.policy.Verdict;
import org.jspecify.annotations.Nullable;

/** What came of the wish to decide. */
sealed interface Attempt {

    /** It was sent; the decision says with what result. */
    record Made(long decision) implements Attempt {}

    /** Nothing was sent. */
    record Refused(Verdict why, @Nullable Decision other) implements Attempt {}
}
