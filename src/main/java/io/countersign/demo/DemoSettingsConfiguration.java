package io.countersign.demo;

import java.net.URI;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Stops the start of the demo, before any bean is created, if its requests would not reach the simulator of this process. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoSettingsConfiguration {

    private static final String ENDPOINT = "countersign.aws.endpoint";
    private static final String PORT = "countersign.simulator.port";

    @Bean
    static BeanFactoryPostProcessor endpointOfTheSimulator(Environment environment) {
        return beans -> {
            Binder binder = Binder.get(environment);
            String endpoint = binder.bind(ENDPOINT, String.class).orElse("");
            int port = binder.bind(PORT, Integer.class).orElse(0);
            if (binder.bind("countersign.simulator.enabled", Boolean.class).orElse(false) && !reaches(endpoint, port)) {
                throw new InvalidConfigurationPropertyValueException(
                        ENDPOINT,
                        endpoint,
                        "The simulator of the demo listens on 127.0.0.1:" + port + " (" + PORT
                                + "). Remove the endpoint, or set it to http://127.0.0.1:" + port + ".");
            }
        };
    }

    /** Another host may be a proxy in front of the simulator. */
    private static boolean reaches(String endpoint, int port) {
        try {
            URI address = URI.create(endpoint);
            return address.getPort() == port || address.getHost() == null || !isLoopback(address.getHost());
        } catch (IllegalArgumentException malformed) {
            // the check of the connections names it
            return true;
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
