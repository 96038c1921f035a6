package io.countersign;

import java.net.URI;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Starts the application, opens pages and ends, so that the JVM records the classes and methods that starts and pages
 * need: {@code train [--PROPERTY=VALUE]...}. The build of the image runs it.
 */
final class TrainingCommand {

    private static final int ROUNDS = 40;

    private TrainingCommand() {}

    static int run(String... args) throws InterruptedException {
        try (ConfigurableApplicationContext application = SpringApplication.run(CountersignApplication.class, args)) {
            Environment environment = application.getEnvironment();
            PageTour tour = new PageTour(
                    URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")));
            if (environment.getProperty("countersign.demo", Boolean.class, false)) {
                tour.openAsLead(ROUNDS);
            } else {
                tour.openSignIn(ROUNDS);
            }
        }
        return 0;
    }
}
