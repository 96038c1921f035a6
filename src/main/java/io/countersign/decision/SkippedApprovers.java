package io.countersign.decision;

import io.countersign.identity.Directory;
import io.countersign.identity.Person;
import io.countersign.invitation.Invitation;
import io.countersign.policy.RequiredApprovals;
import io.countersign.team.ReviewerAccess;
import io.countersign.team.ReviewerContext;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who could have confirmed what an admin decides alone. */
@Component
class SkippedApprovers {

    private final Directory directory;
    private final ReviewerAccess teamwork;
    private final ApprovalRules rules;
    private final JdbcClient jdbc;

    SkippedApprovers(Directory directory, ReviewerAccess teamwork, ApprovalRules rules, JdbcClient jdbc) {
        this.directory = directory;
        this.teamwork = teamwork;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /** By name. */
    List<String> by(String admin, Invitation invitation) {
        RequiredApprovals needs = rules.needs(invitation);
        return directory.deciders().stream()
                .filter(person -> !ApprovalContextLoader.isMachine(person))
                .map(Person::name)
                .filter(name -> !name.equals(admin))
                .filter(name -> couldConfirm(teamwork.standing(invitation, name), needs))
                .toList();
    }

    private static boolean couldConfirm(ReviewerContext standing, RequiredApprovals needs) {
        return standing.decides() && (needs != RequiredApprovals.LEAD || standing.leads());
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
