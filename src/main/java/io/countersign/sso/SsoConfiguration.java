package io.countersign.sso;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.countersign.sso.group.GroupProperties;
import io.countersign.sso.provider.ProviderSettings;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Registers the settings of providers and groups. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GroupProperties.class, OAuth2ClientProperties.class})
class SsoConfiguration {

    /** Before any other bean: a wrong setting stops the start before it starts the embedded database. */
    @Bean
    static BeanFactoryPostProcessor earlyProviders(Environment environment) {
        return beans -> Binder.get(environment)
                .bind("spring.security.oauth2.client", OAuth2ClientProperties.class)
                .ifBound(ProviderSettings::check);
    }

    /** Runs on one replica at a time. */
    @Bean
    RecurringTask<Void> groupRefreshTask(GroupRefresh refresh) {
        return Tasks.recurring("group-refresh", FixedDelay.of(GroupRefresh.POLL))
                .execute((instance, context) -> refresh.run());
    }
}
