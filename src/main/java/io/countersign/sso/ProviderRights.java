package io.countersign.sso;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.identity.RecordedUsers;
import io.countersign.identity.Role;
import io.countersign.identity.account.LocalPersonRepository;
import io.countersign.identity.account.ProviderPersonRepository;
import io.countersign.sso.group.GroupRights;
import io.countersign.team.group.GroupMemberService;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives users the roles and teams of their groups, and takes them, together with the audit entries. */
@Service
class ProviderRights {

    private final ProviderPersonRepository people;
    private final LocalPersonRepository stored;
    private final GroupMemberService teams;
    private final AuditLog auditLog;

    ProviderRights(
            ProviderPersonRepository people,
            LocalPersonRepository stored,
            GroupMemberService teams,
            AuditLog auditLog) {
        this.people = people;
        this.stored = stored;
        this.teams = teams;
        this.auditLog = auditLog;
    }

    /** Gives a user whom Countersign knows exactly these rights. */
    @Transactional
    void give(String name, GroupRights rights, String registration) {
        Set<Role> before = stored.find(name).orElseThrow().person().roles();
        if (!before.equals(rights.roles())) {
            people.setRoles(name, rights.roles());
            record(name, before, rights.roles(), registration);
        }
        teams.put(name, rights.teams(), registration);
    }

    /** Records the roles with which a user was added, and puts the user into the teams. */
    @Transactional
    void added(String name, GroupRights rights, String registration) {
        record(name, Set.of(), rights.roles(), registration);
        teams.put(name, rights.teams(), registration);
    }

    /** Takes roles and teams until the next sign-in, so that decisions on hold, proposals and bulk decisions stop. */
    @Transactional
    void take(String person, String registration) {
        give(person, new GroupRights(Set.of(), Map.of()), registration);
    }

    private void record(String name, Set<Role> before, Set<Role> after, String registration) {
        auditLog.append(AuditEntry.by(name, AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                .withMessage(RecordedUsers.given(name, before, after, registration)));
    }
}
