package io.countersign;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Binds all settings of Countersign before any other bean is created: a wrong one stops the start before it starts the
 * embedded database, creates a key or opens a port.
 */
@Configuration(proxyBeanMethods = false)
class EarlySettingsConfiguration {

    @Bean
    static BeanFactoryPostProcessor earlySettings(Environment environment) {
        return beans -> {
            // no record has it, because the simulator may be absent
            Binder.get(environment).bind("countersign.simulator.enabled", Boolean.class);
            for (String name : beans.getBeanDefinitionNames()) {
                if (isSettings(beans, name)) {
                    beans.getBean(name);
                }
            }
        };
    }

    /** Records bind in their constructor. Those of other packages are beans with setters, which bind later. */
    private static boolean isSettings(ConfigurableListableBeanFactory beans, String name) {
        Class<?> type = beans.getType(name, false);
        return type != null
                && type.isRecord()
                && type.isAnnotationPresent(ConfigurationProperties.class)
                && type.getPackageName().startsWith(EarlySettingsConfiguration.class.getPackageName());
    }
}
