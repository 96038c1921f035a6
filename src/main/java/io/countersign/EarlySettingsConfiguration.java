package io.countersign;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Binds all settings of Countersign before any other bean is created: a wrong one stops the start before it starts the
 * embedded database, creates a key or opens a port.
 */
@Configuration(proxyBeanMethods = false)
class EarlySettingsConfiguration {

    @Bean
    static BeanFactoryPostProcessor earlySettings() {
        return beans -> {
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
