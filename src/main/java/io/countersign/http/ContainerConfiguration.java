package io.countersign.http;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Configures what Tomcat answers without the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class ContainerConfiguration {

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
