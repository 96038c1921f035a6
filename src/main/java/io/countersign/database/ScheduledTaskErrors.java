package io.countersign.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Logs one line, without a stack trace, for a task that fails because the database is unavailable. Tasks run every second. */
@Component
class ScheduledTaskErrors implements SimpleAsyncTaskSchedulerCustomizer, ThreadPoolTaskSchedulerCustomizer {

    private static final Logger log = LoggerFactory.getLogger(ScheduledTaskErrors.class);

    @Override
    public void customize(SimpleAsyncTaskScheduler scheduler) {
        scheduler.setErrorHandler(ScheduledTaskErrors::report);
    }

    @Override
    public void customize(ThreadPoolTaskScheduler scheduler) {
        scheduler.setErrorHandler(ScheduledTaskErrors::report);
    }

    private static void report(Throwable failure) {
        DatabaseFailure.cause(failure)
                .ifPresentOrElse(
                        cause -> log.warn("A scheduled task waits for the database: {}", cause),
                        () -> log.error("A scheduled task failed", failure));
    }
}
