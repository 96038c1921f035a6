package io.countersign.identity.account;

import io.countersign.audit.chain.Hashes;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueKind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Writes the configured users to the database before the first request is served, and records what changed. */
@Component
class PeopleSeeder implements SmartInitializingSingleton {

    private final PeopleProperties properties;
    private final ConfiguredPeopleRepository people;
    private final EffectiveValues effective;

    PeopleSeeder(PeopleProperties properties, ConfiguredPeopleRepository people, EffectiveValues effective) {
        this.properties = properties;
        this.people = people;
        this.effective = effective;
    }

    @Override
    public void afterSingletonsInstantiated() {
        store(properties.people());
    }

    void store(List<PeopleProperties.Entry> all) {
        List<PeopleProperties.Entry> stored = people.replace(all);
        effective.replace(ValueKind.PERSON, values(stored, PeopleSeeder::roles));
        effective.replace(ValueKind.PASSWORD, values(stored, entry -> Hashes.of(entry.password())));
    }

    private static Map<String, String> values(
            List<PeopleProperties.Entry> stored, Function<PeopleProperties.Entry, String> value) {
        return stored.stream().collect(Collectors.toMap(PeopleProperties.Entry::name, value));
    }

    private static String roles(PeopleProperties.Entry entry) {
        return entry.roles().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }
}
