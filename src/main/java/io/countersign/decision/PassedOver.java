package io.countersign.decision;

import io.countersign.identity.Directory;
import io.countersign.identity.Person;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Standing;
import io.countersign.invitation.Teamwork;
import io.countersign.policy.Needs;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who could have confirmed what an admin decides alone. */
@Component
class PassedOver {

    private final Directory directory;
    private final Teamwork teamwork;
    private final SecondPersonRules rules;
    private final JdbcClient jdbc;

    PassedOver(Directory directory, Teamwork teamwork, SecondPersonRules rules, JdbcClient jdbc) {
        this.directory = directory;
        this.teamwork = teamwork;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /** By name. */
    List<String> by(String admin, Invitation invitation) {
        Needs needs = rules.needs(invitation);
        return directory.deciders().stream()
                .filter(person -> !HandsFacts.isMachine(person))
                .map(Person::name)
                .filter(name -> !name.equals(admin))
                .filter(name -> couldConfirm(teamwork.standing(invitation, name), needs))
                .toList();
    }

    private static boolean couldConfirm(Standing standing, Needs needs) {
        return standing.decides() && (needs != Needs.LEAD || standing.leads());
    }

    void keep(long decision, List<String> people) {
        people.forEach(person -> jdbc.sql("insert into passed_over (decision_id, person) values (:decision, :person)")
                .param("decision", decision)
                .param("person", person)
                .update());
    }

    List<String> of(long decision) {
        return jdbc.sql("select person from passed_over where decision_id = :decision order by lower(person), person")
                .param("decision", decision)
                .query(String.class)
                .list();
    }
}
