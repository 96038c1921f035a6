package io.countersign.team.access;

import io.countersign.identity.Role;
import io.countersign.site.HeaderCounters;
import io.countersign.team.persistence.PersonalWorkRepository;
import io.countersign.team.persistence.PersonalWorkRepository.Counts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts the invitations, the proposals and the delegations that wait for the user. */
@Component
class PersonalWork implements HeaderCounters {

    private final PersonalWorkRepository work;

    PersonalWork(PersonalWorkRepository work) {
        this.work = work;
    }

    @Override
    public List<Counter> of(HttpServletRequest request) {
        if (!has(request, Role.LEAD) && !has(request, Role.REVIEWER)) {
            return List.of();
        }
        Counts counts = work.counts(
                Objects.requireNonNull(request.getRemoteUser()),
                has(request, Role.AUDITOR) || has(request, Role.ADMIN));
        return Stream.of(
                        new Counter("assigned", counts.assigned(), "/?assignee=mine&rows=each"),
                        new Counter("mentioned", counts.mentioned(), "/?state=open&assignee=mentioned"),
                        new Counter("approve", counts.approvable(), "/?state=waiting&assignee=approve"),
                        new Counter("returned", counts.returned(), "/proposals#sent-back-title"),
                        new Counter("delegations", counts.delegations(), "/delegations"))
                .filter(counter -> counter.number() > 0)
                .toList();
    }

    private static boolean has(HttpServletRequest request, Role role) {
        return request.isUserInRole(role.name());
    }
}
