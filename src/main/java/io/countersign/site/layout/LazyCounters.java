package io.countersign.site.layout;

import io.countersign.site.HeaderCounters;
import io.countersign.site.HeaderCounters.Counter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;

/** The counters of the header, which are read when the header is drawn. */
record LazyCounters(ObjectProvider<HeaderCounters> counters, HttpServletRequest request) {

    private static final Logger LOG = LoggerFactory.getLogger(LazyCounters.class);

    public List<Counter> list() {
        try {
            return counters.stream().flatMap(each -> each.of(request).stream()).toList();
        } catch (DataAccessException failed) {
            // the page that says so has a header, too
            LOG.warn("The counters of the header could not be read: {}", failed.getMessage());
            return List.of();
        }
    }
}
