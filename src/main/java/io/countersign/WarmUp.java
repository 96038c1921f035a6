package io.countersign;

import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.Role;
import io.countersign.identity.UserDirectory;
import io.countersign.identity.WarmUpAccess;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Opens the pages that users open most, before the replica is ready: a JVM that has opened no page yet needs seconds for
 * one. Spring Boot reports a replica as ready when this has ended.
 */
@Component
class WarmUp implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

    private static final int ROUNDS = 10;

    private final StartProperties properties;
    private final ServerProperties server;
    private final WarmUpAccess access;
    private final UserDirectory userDirectory;
    private final PersonRepository personRepository;
    private final ApplicationContext context;

    WarmUp(
            StartProperties properties,
            ServerProperties server,
            WarmUpAccess access,
            UserDirectory userDirectory,
            PersonRepository personRepository,
            ApplicationContext context) {
        this.properties = properties;
        this.server = server;
        this.access = access;
        this.userDirectory = userDirectory;
        this.personRepository = personRepository;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (properties.warmUp().isZero() || !(context instanceof WebServerApplicationContext)) {
            return;
        }
        if (Ssl.isEnabled(server.getSsl())) {
            log.info("No page is opened before the replica is ready, because its port has TLS");
            return;
        }
        long start = System.nanoTime();
        try {
            List<Person> users = users();
            for (Person user : users) {
                open(user, properties.warmUp().dividedBy(users.size()));
            }
            log.info(
                    "Opened own pages for {} ms before the replica is ready, as {}",
                    (System.nanoTime() - start) / 1_000_000,
                    users.isEmpty() ? "no user, because there is no lead or admin" : names(users));
        } catch (RuntimeException e) {
            log.warn("The replica could not open its own pages before it is ready", e);
        } finally {
            access.end();
        }
    }

    /** Returns a user who decides and one who sees all invitations, as far as they exist. */
    private List<Person> users() {
        Stream<Person> leads = userDirectory.deciders().stream()
                .filter(person -> person.roles().contains(Role.LEAD))
                .limit(1);
        Stream<Person> admins =
                userDirectory.admins().stream().limit(1).flatMap(name -> personRepository.find(name).stream());
        return Stream.concat(leads, admins).distinct().toList();
    }

    private static String names(List<Person> users) {
        return users.stream().map(Person::name).collect(Collectors.joining(" and "));
    }

    private void open(Person user, Duration time) throws InterruptedException {
        PageTour tour = new PageTour(address(), Map.of(WarmUpAccess.HEADER, access.begin(user)), time);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                tour.openPages();
            }
        } catch (PageTour.OverException e) {
            log.info("The pages of {} were opened until the time was over", user.name());
        }
    }

    private URI address() {
        InetAddress bound = server.getAddress();
        InetAddress address = bound == null || bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
        String host = address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
        int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        String path = Objects.requireNonNullElse(server.getServlet().getContextPath(), "");
        return URI.create("http://" + host + ":" + port + path);
    }
}
