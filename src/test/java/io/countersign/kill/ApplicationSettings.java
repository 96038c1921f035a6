package io.countersign.kill;

import io.countersign.identity.PasswordEncoders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The settings of the application: the simulated AWS, short times, and one of the two databases. */
record ApplicationSettings(List<String> arguments, Map<String, String> environment) {

    static final String ACCOUNT_NAME = "Killed";
    static final String PASSWORD = "kept only for these tests";

    /** Decisions on this type are held. */
    static final String HELD_TYPE = "LENS";

    static final Duration HOLD = Duration.ofSeconds(6);

    private static final String HASH = String.valueOf(PasswordEncoders.encoder().encode(PASSWORD));

    /** Returns settings that sign the hash chain often. */
    ApplicationSettings forKills() {
        return with(
                "--countersign.audit.entries=10",
                // the longest: two applications that start at the same time delay the credentials of a decision
                "--countersign.aws.decision-timeout=20s");
    }

    /** Returns settings that hold decisions on lenses. */
    ApplicationSettings withHold() {
        return with("--countersign.decision.hold.type." + HELD_TYPE + "=" + HOLD.toSeconds() + "s");
    }

    private ApplicationSettings with(String... more) {
        return new ApplicationSettings(
                Stream.concat(arguments.stream(), Stream.of(more)).toList(), environment);
    }

    /** Returns settings for the embedded server, with its data below the working directory. */
    static ApplicationSettings embedded(SimulatedAws aws, int people) {
        return new ApplicationSettings(arguments(aws, people), Map.of());
    }

    static ApplicationSettings on(SimpleDriverDataSource database, SimulatedAws aws, int people) {
        return new ApplicationSettings(
                arguments(aws, people),
                Map.of(
                        "SPRING_DATASOURCE_URL", String.valueOf(database.getUrl()),
                        "SPRING_DATASOURCE_USERNAME", String.valueOf(database.getUsername()),
                        "SPRING_DATASOURCE_PASSWORD", String.valueOf(database.getPassword())));
    }

    static String person(int number) {
        return "person" + number;
    }

    private static List<String> arguments(SimulatedAws aws, int people) {
        String role = "arn:aws:iam::" + SimulatedAws.ACCOUNT + ":role/Countersign";
        // The same number of calls for any number of Regions.
        String pause = 5 * aws.regions().size() + "s";
        List<String> arguments = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--countersign.aws.endpoint=" + aws.endpoint(),
                "--countersign.aws.access-key-id=AKIADEMO666677778888",
                "--countersign.aws.secret-access-key=demo",
                "--countersign.connections[0].account-id=" + SimulatedAws.ACCOUNT,
                "--countersign.connections[0].name=" + ACCOUNT_NAME,
                "--countersign.connections[0].regions=" + String.join(",", aws.regions()),
                "--countersign.connections[0].role-arn=" + role + "Reader",
                "--countersign.connections[0].decider-role-arn=" + role + "Decider",
                "--countersign.sync.every=" + pause,
                "--countersign.sync.soon=" + pause,
                // Polls that died with the process are picked up after six of these intervals.
                "--db-scheduler.heartbeat-interval=1s"));
        IntStream.range(0, people).forEach(i -> {
            String property = "--countersign.people[" + i + "].";
            arguments.add(property + "name=" + person(i));
            arguments.add(property + "password=" + HASH);
            arguments.add(property + "roles=REVIEWER");
        });
        return arguments;
    }
}
