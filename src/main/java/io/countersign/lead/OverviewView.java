package io.countersign.lead;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of the lead's page; each number comes with the address of the list behind it. */
record OverviewView(Summary summary, Backlog backlog, Decided decided, List<Week> weeks) {

    /** @param urgent the invitations with at most a day left, including expired ones */
    record Summary(long waiting, Count urgent, Row decided, Count expired) {}

    /**
     * The pending invitations, grouped.
     *
     * @param free the invitations without an assignee
     */
    record Backlog(
            List<Band> timeLeft, List<Name> holders, Count free, Teams teams, List<Name> accounts, List<Name> owners) {}

    /**
     * The pending invitations by team.
     *
     * @param total the sum over all teams
     * @param once the invitations of at least one team
     * @param several those of several teams, which count for each of them
     */
    record Teams(List<Name> names, long total, long once, long several) {}

    /** The decided invitations, grouped. */
    record Decided(List<Row> people, List<Row> types, List<Row> sharers) {}

    record Count(long count, String href) {}

    /** @param key the message key of the label */
    record Band(String key, long count, String href) {}

    /** @param name null if unknown */
    record Name(String id, @Nullable String name, long count, String href) {}

    /**
     * A row of the decision statistics.
     *
     * @param id null if AWS did not provide it
     * @param name null if unknown
     * @param median null if there are no decisions
     * @param href the link to all decisions of the row; the links are null if history cannot filter by the id
     */
    record Row(
            @Nullable String id,
            @Nullable String name,
            long accepted,
            long rejected,
            @Nullable Duration median,
            @Nullable Duration ninetieth,
            @Nullable String href,
            @Nullable String acceptedHref,
            @Nullable String rejectedHref) {}

    record Week(LocalDate monday, Row decided, Count expired) {}
}
