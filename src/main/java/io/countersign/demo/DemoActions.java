package io.countersign.demo;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Source;
import io.countersign.decision.demo.DemoDecisions;
import io.countersign.sync.demo.DemoPolls;
import io.countersign.team.assignment.AssignmentService;
import io.countersign.team.comment.CommentService;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What the users and the application do in a story, through the services that the pages and jobs use. */
@Component
@Profile("demo")
class DemoActions {

    private final DemoSimulator simulator;
    private final DemoPolls polls;
    private final DemoDecisions decisions;
    private final AssignmentService assignments;
    private final CommentService comments;
    private final DemoClock clock;

    DemoActions(
            DemoSimulator simulator,
            DemoPolls polls,
            DemoDecisions decisions,
            AssignmentService assignments,
            CommentService comments,
            DemoClock clock) {
        this.simulator = simulator;
        this.polls = polls;
        this.decisions = decisions;
        this.assignments = assignments;
        this.comments = comments;
        this.clock = clock;
    }

    DemoSimulator simulator() {
        return simulator;
    }

    void poll(Source source) {
        polls.poll(source);
    }

    void assign(InvitationId id, String lead, String to) {
        assignments.assign(id, lead, to, "");
    }

    void comment(InvitationId id, String person, String text) {
        comments.say(id, person, text);
    }

    long decide(InvitationId id, InvitationAction action, String person, String reason) {
        return as(person, () -> decisions.decide(id, action, person, reason));
    }

    long approve(InvitationId id, @Nullable Long proposal, String person, String reason) {
        return as(person, () -> decisions.approve(id, proposal, person, reason));
    }

    void addReasonTemplate(String text, String lead) {
        decisions.addReasonTemplate(text, lead);
    }

    void withdraw(long decision, String person) {
        decisions.withdraw(decision, person);
    }

    void runJob(long decision) {
        decisions.runJob(decision);
    }

    /** Approvals need a recent password, which only a sign-in gives. */
    private <T> T as(String person, Supplier<T> work) {
        var password = FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(clock.instant())
                .build();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of(password)));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
