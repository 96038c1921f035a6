package io.countersign.sync.demo;

import io.countersign.connection.Source;
import io.countersign.sync.poll.SourcePollService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Polls single sources without their schedule. */
@Component
@ConditionalOnBooleanProperty("countersign.demo")
public class DemoPolls {

    private final SourcePollService polls;

    DemoPolls(SourcePollService polls) {
        this.polls = polls;
    }

    public void poll(Source source) {
        polls.poll(source);
    }
}
