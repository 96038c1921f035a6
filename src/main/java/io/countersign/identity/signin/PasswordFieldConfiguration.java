package io.countersign.identity.signin;

import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Reserves space in each form for the password: the prompt sends an accepted form again, together with the password. So the
 * container accepts more than the configured limits, and the filter refuses what is not the password.
 */
@Configuration(proxyBeanMethods = false)
class PasswordFieldConfiguration {

    private static final int LONGEST_FIELD = 1024;

    /** The container refuses a form with more fields as malformed; the filter names its limit. */
    private static final int FIELDS_FOR_THE_FILTER = 10_000;

    /** Runs after the customizer that applies the configured limits. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> spaceForThePassword() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setMaxParameterCount(plus(connector.getMaxParameterCount(), FIELDS_FOR_THE_FILTER));
            connector.setMaxPostSize(plus(connector.getMaxPostSize(), LONGEST_FIELD));
        });
    }

    /** Runs after the check that the parameters can be decoded. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 2)
    PasswordFieldFilter passwordField(TomcatServerProperties limits) {
        return new PasswordFieldFilter(
                limits.getMaxParameterCount(), limits.getMaxHttpFormPostSize().toBytes());
    }

    private static int plus(int limit, int more) {
        return limit < 0 ? limit : limit + more;
    }
}
