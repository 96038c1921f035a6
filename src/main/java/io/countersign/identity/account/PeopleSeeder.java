package io.countersign.identity.account;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Writes the configured users to the database before the first request is served. */
@Component
class PeopleSeeder implements SmartInitializingSingleton {

    private final PeopleProperties properties;
    private final JdbcPersonRepository people;

    PeopleSeeder(PeopleProperties properties, JdbcPersonRepository people) {
        this.properties = properties;
        this.people = people;
    }

    @Override
    public void afterSingletonsInstantiated() {
        people.replace(properties.people());
    }
}
