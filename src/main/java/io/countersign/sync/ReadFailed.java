package io.countersign.sync;

import io.countersign.connection.Failure;
import io.countersign.connection.Source;

/** A source that was read before, or never, now fails, or fails in another way than the last time. */
public record ReadFailed(Source source, Failure failure) {}
