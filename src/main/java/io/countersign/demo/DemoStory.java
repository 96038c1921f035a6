package io.countersign.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The story of one invitation before the first start of the demo.
 *
 * @param day the number of days before the first start on which the resource was shared
 * @param time the time of that day in UTC
 * @param after the time between the arrival and the decision or proposal
 * @param by the user who decides or proposes; null if the invitation expires
 * @param second the user who approves, breaks the glass, or assigns the invitation to {@code by}
 * @param remark the comment, or the reason of the second step
 */
record DemoStory(
        int day,
        LocalTime time,
        DemoOffer offer,
        Ending ending,
        @Nullable Duration after,
        @Nullable String by,
        @Nullable String second,
        @Nullable String remark,
        @Nullable String reason) {

    enum Ending {
        ACCEPTED,
        REJECTED,
        /** Accepted after a lead assigned it. */
        ASSIGNED,
        /** Accepted by two users. */
        APPROVED,
        /** Accepted by an admin alone after a proposal. */
        BREAK_GLASS,
        /** Accepted, withdrawn during the hold, and rejected. */
        WITHDRAWN,
        /** Refused by AWS at the first attempt, and accepted at the second. */
        FAILED,
        EXPIRED,
        /** Accepted after its account could not be read for some hours. */
        UNREADABLE
    }

    /** A share as the control endpoint of the simulator creates it. */
    record DemoOffer(
            String type,
            String name,
            String description,
            String owner,
            String region,
            String permission,
            List<String> sharedWith) {}

    static List<DemoStory> all() {
        try (var in = DemoStory.class.getResourceAsStream("history.json")) {
            return List.of(JsonMapper.shared().readValue(in, DemoStory[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant arrival(Instant start) {
        return start.truncatedTo(ChronoUnit.DAYS)
                .atOffset(ZoneOffset.UTC)
                .minusDays(day)
                .with(time)
                .toInstant();
    }
}
