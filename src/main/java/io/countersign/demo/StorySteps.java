package io.countersign.demo;

import io.countersign.connection.AccountId;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Permission;
import io.countersign.connection.Region;
import io.countersign.connection.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Turns a story into steps, each at its time. */
final class StorySteps {

    /** Between two polls of a source. */
    static final Duration POLL = Duration.ofMinutes(5);

    /** Between the arrival and the poll that sees it first. */
    private static final Duration FIRST_POLL = Duration.ofMinutes(3);

    private static final Duration LIFE = Duration.ofDays(7);

    private final List<Step> steps = new ArrayList<>();
    private final DemoStory story;
    private final DemoActions actions;
    private final Source source;
    private final Instant arrival;
    private @Nullable InvitationId id;
    private long number;

    private StorySteps(DemoStory story, DemoActions actions, Instant start) {
        this.story = story;
        this.actions = actions;
        this.source = new Source(
                new AccountId(story.offer().sharedWith().get(0)),
                new Region(story.offer().region()));
        this.arrival = story.arrival(start);
    }

    record Step(Instant at, Runnable work) {}

    static List<Step> of(DemoStory story, DemoActions actions, Instant start) {
        StorySteps steps = new StorySteps(story, actions, start);
        steps.arrive();
        steps.end();
        return steps.steps;
    }

    /** Polls before and after the arrival, so that the time of the arrival is known. */
    static List<Step> arrival(Source source, Instant createdAt, Duration later, DemoActions actions) {
        return List.of(
                new Step(createdAt.plus(later).minus(POLL), () -> actions.poll(source)),
                new Step(createdAt.plus(later), () -> actions.poll(source)));
    }

    private void arrive() {
        add(Duration.ZERO, () -> id = actions.simulator().share(story.offer()));
        steps.addAll(arrival(source, arrival, FIRST_POLL, actions));
    }

    private void end() {
        switch (story.ending()) {
            case ACCEPTED -> decide(after(), InvitationAction.ACCEPT, reason());
            case REJECTED -> decide(after(), InvitationAction.REJECT, reason());
            case ASSIGNED -> assign();
            case APPROVED -> approve(after().plusHours(2), true);
            case BREAK_GLASS -> approve(after().plusMinutes(25), false);
            case WITHDRAWN -> withdraw();
            case FAILED -> fail();
            case EXPIRED -> expire();
            case UNREADABLE -> beUnreadable();
        }
    }

    /** Polls before and after the expiry. The second one is late enough for the seven days since the first poll. */
    private void expire() {
        Duration last = LIFE.minusMinutes(1);
        add(last, () -> actions.poll(source));
        add(last.plus(POLL), () -> actions.poll(source));
    }

    private void assign() {
        add(Duration.ofMinutes(40), () -> actions.assign(id(), second(), by()));
        if (story.remark() != null) {
            add(after().dividedBy(2), () -> actions.comment(id(), by(), story.remark()));
        }
        decide(after(), InvitationAction.ACCEPT, reason());
    }

    private void approve(Duration approval, boolean proposal) {
        add(after(), () -> number = actions.decide(id(), InvitationAction.ACCEPT, by(), reason()));
        made(
                approval,
                () -> actions.approve(
                        id(), proposal ? number : null, second(), Objects.requireNonNull(story.remark())));
    }

    private void withdraw() {
        add(after(), () -> number = actions.decide(id(), InvitationAction.ACCEPT, by(), reason()));
        add(after().plusSeconds(6), () -> actions.withdraw(number, by()));
        decide(after().plusHours(3), InvitationAction.REJECT, Objects.requireNonNull(story.remark()));
    }

    private void fail() {
        add(after(), () -> actions.simulator().refuse("UpdateShareInvitation", source.account()));
        decide(after(), InvitationAction.ACCEPT, reason());
        add(after().plusSeconds(30), () -> actions.simulator().allowAll());
        decide(after().plusMinutes(50), InvitationAction.ACCEPT, Objects.requireNonNull(story.remark()));
    }

    private void beUnreadable() {
        add(Duration.ofHours(1), () -> {
            actions.simulator().refuse("ListShareInvitations", source.account());
            actions.poll(source);
        });
        add(Duration.ofHours(5), () -> {
            actions.simulator().allowAll();
            actions.poll(source);
        });
        decide(after(), InvitationAction.ACCEPT, reason());
    }

    private void decide(Duration time, InvitationAction action, String reason) {
        made(time, () -> actions.decide(id(), action, by(), reason));
    }

    /** Adds a decision, its release after the hold, and the read-back of its effect. */
    private void made(Duration time, LongSupplier decision) {
        add(time, () -> number = decision.getAsLong());
        if (story.offer().permission().equals(Permission.CONTRIBUTOR.value())) {
            add(time.plusSeconds(11), () -> actions.runJob(number));
        }
        add(time.plusSeconds(15), () -> actions.runJob(number));
    }

    private void add(Duration time, Runnable work) {
        steps.add(new Step(arrival.plus(time), work));
    }

    private InvitationId id() {
        return Objects.requireNonNull(id);
    }

    private Duration after() {
        return Objects.requireNonNull(story.after());
    }

    private String by() {
        return Objects.requireNonNull(story.by());
    }

    private String second() {
        return Objects.requireNonNull(story.second());
    }

    private String reason() {
        return Objects.requireNonNull(story.reason());
    }
}
