package io.countersign.benchmark;

import java.io.IOException;
import java.net.URI;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** A Spring Boot web application with one page: the baseline of starts. No test may find it as a configuration. */
@EnableAutoConfiguration
public class BareApplication {

    /** Ends after some requests if the first argument is {@code train}. */
    public static void main(String... args) throws IOException {
        ConfigurableApplicationContext application = SpringApplication.run(BareApplication.class, args);
        if (args[0].equals("train")) {
            String port = application.getEnvironment().getRequiredProperty("local.server.port");
            for (int i = 0; i < 40; i++) {
                URI.create("http://127.0.0.1:" + port + "/login")
                        .toURL()
                        .openStream()
                        .close();
            }
            application.close();
        }
    }

    @Bean
    RouterFunction<ServerResponse> page() {
        return RouterFunctions.route()
                .GET("/login", request -> ServerResponse.ok().body("Sign in"))
                .build();
    }
}
