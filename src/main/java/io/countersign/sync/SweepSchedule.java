package io.countersign.sync;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sweeps at the start, and then again and again. */
@Component
@EnableScheduling
class SweepSchedule {

    private final Sweeps sweeps;

    SweepSchedule(Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        sweeps.request();
    }

    @Scheduled(fixedDelayString = "${countersign.sync.every:1m}", initialDelayString = "${countersign.sync.every:1m}")
    void again() {
        sweeps.request().join();
    }
}
