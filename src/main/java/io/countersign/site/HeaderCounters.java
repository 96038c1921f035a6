package io.countersign.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Counts what waits for a user, for the header of every page; the module that knows it implements it. */
public interface HeaderCounters {

    /**
     * A number with the list behind it.
     *
     * @param key the last part of the message key
     */
    record Counter(String key, int number, String href) {}

    /** Returns the counters that are not zero. */
    List<Counter> of(HttpServletRequest request);
}
