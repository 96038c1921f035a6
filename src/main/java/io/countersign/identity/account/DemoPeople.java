package io.countersign.identity.account;

import io.countersign.identity.PasswordEncoders;
import io.countersign.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Adds users who cannot sign in, for as long as the history of the demo is created. They are no change of who may decide, so
 * the rules page does not list them.
 */
@NamedInterface("demo")
@Component
@ConditionalOnBooleanProperty("countersign.demo")
public class DemoPeople {

    /** No password is known to have this hash. */
    static final String NO_PASSWORD = PasswordEncoders.PREFIX + "A".repeat(22) + "$" + "A".repeat(43);

    private final PeopleProperties properties;
    private final ConfiguredPeopleRepository repository;

    DemoPeople(PeopleProperties properties, ConfiguredPeopleRepository repository) {
        this.properties = properties;
        this.repository = repository;
    }

    public void add(Map<String, Role> added) {
        List<PeopleProperties.Entry> all = new ArrayList<>(properties.people());
        added.forEach((name, role) -> all.add(new PeopleProperties.Entry(name, NO_PASSWORD, Set.of(role))));
        repository.replace(all);
    }

    public void remove() {
        repository.replace(properties.people());
    }
}
