package io.countersign.demo;

import io.countersign.demo.StorySteps.Step;
import io.countersign.identity.Role;
import io.countersign.identity.account.DemoPeople;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Creates the history of the demo at its first start, before requests and jobs begin: the application runs through eight
 * weeks with a clock of its own. Its users are fictional and cannot sign in.
 */
@Component
@Profile("demo")
@ConditionalOnBooleanProperty("countersign.simulator.enabled")
@DependsOn("simulator")
class DemoHistory implements InitializingBean, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DemoHistory.class);
    private static final Duration LENGTH = Duration.ofDays(57);

    /** The end of their names tells them from users who can sign in. */
    private static final Map<String, Role> PEOPLE = Map.of(
            "nadia.demo", Role.REVIEWER,
            "jonas.demo", Role.REVIEWER,
            "priya.demo", Role.REVIEWER,
            "tomas.demo", Role.REVIEWER,
            "elena.demo", Role.LEAD,
            "omar.demo", Role.ADMIN);

    private static final List<String> REASON_TEMPLATES = List.of(
            "Requested by our team for its next Well-Architected review.",
            "Standard of the organization, shared with all accounts.",
            "The owner confirmed the share, and the permission fits the task.",
            "No business need: no team of this account uses it.",
            "Too broad: please share it again with read-only permission.",
            "Not expected: the owner did not answer our question.");

    private final DemoClock clock;
    private final FirstStart firstStart;
    private final DemoPeople people;
    private final DemoActions actions;
    private volatile boolean first;

    DemoHistory(DemoClock clock, FirstStart firstStart, DemoPeople people, DemoActions actions) {
        this.clock = clock;
        this.firstStart = firstStart;
        this.people = people;
        this.actions = actions;
    }

    /** Moves the clock before other parts of the application record their start. */
    @Override
    public void afterPropertiesSet() {
        Instant beginning = clock.real().minus(LENGTH);
        first = firstStart.begin(beginning);
        if (first) {
            clock.startAt(beginning);
        }
    }

    /** Without the steps, the start fails while the audit log is as before, so that the next start creates the history. */
    @Override
    public void start() {
        if (first) {
            List<Step> steps = prepare();
            try {
                people.add(PEOPLE);
                steps.forEach(this::run);
            } finally {
                first = false;
                clock.showRealTime();
                people.remove();
                firstStart.end();
            }
        }
    }

    private List<Step> prepare() {
        try {
            return steps();
        } catch (RestClientException e) {
            throw new DemoHistoryException(actions.simulator().address(), e);
        }
    }

    private List<Step> steps() {
        Instant start = clock.real();
        List<Step> steps = new ArrayList<>();
        REASON_TEMPLATES.forEach(
                text -> steps.add(new Step(start.minus(LENGTH), () -> actions.addReasonTemplate(text, "elena.demo"))));
        DemoStory.all().forEach(story -> steps.addAll(StorySteps.of(story, actions, start)));
        actions.simulator().pendingShares().forEach(share -> {
            Duration later = Duration.ofMillis(Math.floorMod(share.id().hashCode(), StorySteps.POLL.toMillis()));
            steps.addAll(StorySteps.arrival(share.source(), share.createdAt(), later, actions));
        });
        return steps.stream()
                .filter(step -> step.at().isBefore(start))
                .sorted(Comparator.comparing(Step::at))
                .toList();
    }

    /** A step that fails leaves a gap in the history and does not stop the start. */
    private void run(Step step) {
        clock.advanceTo(step.at());
        try {
            step.work().run();
        } catch (RuntimeException e) {
            log.warn("The history of the demo lacks a step at {}", step.at(), e);
        }
    }

    @Override
    public void stop() {
        // start() ends when the history is complete
    }

    @Override
    public boolean isRunning() {
        return false;
    }

    /** Before the web server and the schedulers. */
    @Override
    public int getPhase() {
        return 0;
    }
}
