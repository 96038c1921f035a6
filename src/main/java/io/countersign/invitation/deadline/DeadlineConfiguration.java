package io.countersign.invitation.deadline;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Schedules the check for deadlines, which one replica at a time runs. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    @Bean
    RecurringTask<Void> deadlineTask(ExpiryWarningService expiryWarningService) {
        return Tasks.recurring("deadlines", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> expiryWarningService.warn());
    }
}
