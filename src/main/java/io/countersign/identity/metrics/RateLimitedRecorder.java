package io.countersign.identity.metrics;

import io.countersign.identity.signin.SignInAttemptRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A scraper that is refused knocks again every few seconds, for as long as nobody looks. The first refusal of a name is
 * news, and then one in each quarter of an hour, so that the history stays readable.
 */
final class RateLimitedRecorder {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_NAMES = 1000;

    private final InstantSource clock;
    private final Map<String, Instant> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_NAMES;
        }
    };

    RateLimitedRecorder(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean isNews(String name) {
        String key = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        Instant now = clock.instant();
        Instant last = told.get(key);
        if (last != null && now.isBefore(last.plus(SignInAttemptRepository.LOCK))) {
            return false;
        }
        told.remove(key); // the youngest stand last
        told.put(key, now);
        return true;
    }
}
