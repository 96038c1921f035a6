package io.countersign.sync;

import io.countersign.connection.Source;

/** A source that had failed was read completely again. */
public record ReadRecovered(Source source) {}
