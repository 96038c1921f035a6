package io.countersign.sync;

import io.countersign.connection.Source;

/** Reads one source and stores what was seen. */
interface Poll {

    void poll(Source source);
}
