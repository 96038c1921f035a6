package io.countersign.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lead’s page, flat. Every number comes with the address of the list behind it.
 *
 * @param holders those whose turn it is
 * @param free what is nobody's turn
 * @param urgent how many have at most a day left, or none
 */
record OverviewView(
        long waiting,
        Count urgent,
        Row decided,
        Count expired,
        List<Band> timeLeft,
        List<Band> age,
        List<Name> holders,
        Count free,
        List<Name> teams,
        List<Name> accounts,
        List<Name> owners,
        List<Week> weeks,
        List<Row> people,
        List<Row> types,
        List<Row> sharers) {

    record Count(long count, String href) {}

    /** @param key message key of what the band is called */
    record Band(String key, long count, String href) {}

    /** @param name null where nobody has told us one */
    record Name(String id, @Nullable String name, long count, String href) {}

    /**
     * @param id null where AWS did not give it
     * @param name null where there is none but the id
     * @param median in hours; null where nothing was decided
     * @param href of accepted and rejected together; the three are null where history cannot be asked for them
     */
    record Row(
            @Nullable String id,
            @Nullable String name,
            long accepted,
            long rejected,
            @Nullable Double median,
            @Nullable Double ninetieth,
            @Nullable String href,
            @Nullable String acceptedHref,
            @Nullable String rejectedHref) {}

    /** @param monday like {@code 2026-11-23} */
    record Week(String monday, Row decided, Count expired) {}
}
