package io.countersign.http;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Configures what Tomcat answers without the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class ContainerConfiguration {

    private static final int LARGEST_PORT = 65535;

    /** Before any bean is created, so that a start with a wrong port leaves nothing behind. */
    @Bean
    static BeanFactoryPostProcessor ports(Environment environment) {
        return beans -> {
            for (String name : List.of("server.port", "management.server.port")) {
                int port = Binder.get(environment).bind(name, Integer.class).orElse(0);
                if (port > LARGEST_PORT) {
                    throw new InvalidConfigurationPropertyValueException(
                            name, port, "A port is a number from 0 to " + LARGEST_PORT + ".");
                }
            }
        };
    }

    /** Runs last, so that the error report comes before the one of Spring Boot, and the headers after those of the proxy. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> container(LimitProperties limits) {
        return factory -> {
            factory.setProtocol(BoundedHttpProtocol.class.getName());
            factory.addConnectorCustomizers(connector ->
                    ((BoundedHttpProtocol) connector.getProtocolHandler()).limitRequestTime(limits.requestTime()));
            factory.addEngineValves(new SecurityHeadersValve());
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new PlainErrorReport()));
        };
    }
}
