package io.countersign;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Starts the application, opens pages and ends, so that the JVM records the classes and methods that starts and pages
 * need: {@code train [--PROPERTY=VALUE]...}. The build of the image runs it.
 */
final class TrainingCommand {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int ROUNDS = 40;

    private TrainingCommand() {}

    static int run(String... args) throws InterruptedException {
        try (ConfigurableApplicationContext application = SpringApplication.run(CountersignApplication.class, args)) {
            Environment environment = application.getEnvironment();
            PageTour tour = new PageTour(
                    URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")),
                    Map.of(),
                    LONGEST);
            if (environment.getProperty("countersign.demo", Boolean.class, false)) {
                openAsLead(tour);
            } else {
                for (int i = 0; i < ROUNDS; i++) {
                    tour.openSignIn();
                }
            }
        }
        return 0;
    }

    private static void openAsLead(PageTour tour) throws InterruptedException {
        tour.signInAsLead();
        for (int i = 0; i < ROUNDS; i++) {
            if (!tour.openPages()) {
                throw new IllegalStateException("The queue of the demo has no invitation");
            }
        }
    }
}
