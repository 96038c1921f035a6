package io.countersign.user;

import io.countersign.audit.AuditEntry;
import io.countersign.identity.PersonName;
import io.countersign.identity.Role;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form for a new user.
 *
 * @param roles as text, because a form with an unknown role could not be bound
 */
record NewUserForm(String name, List<String> roles) {

    /** Service accounts stay in the configuration: programs have no browser to set a password. */
    static final List<Role> ROLES = List.of(Role.REVIEWER, Role.LEAD, Role.AUDITOR, Role.ADMIN);

    NewUserForm(@Nullable String name, @Nullable List<String> roles) {
        this.name = Objects.requireNonNullElse(name, "").strip();
        this.roles = roles == null ? List.of() : List.copyOf(roles);
    }

    void check(Errors errors) {
        if (!PersonName.isValid(name)) {
            errors.rejectValue("name", "identity.setup.name.invalid", new Object[] {PersonName.LONGEST}, null);
        } else if (PersonName.looksLike(name, AuditEntry.SYSTEM)) {
            errors.rejectValue("name", "identity.setup.name.system", new Object[] {AuditEntry.SYSTEM}, null);
        }
        if (chosen().isEmpty()) {
            errors.rejectValue("roles", "user.roles.missing");
        }
    }

    public Set<Role> chosen() {
        return Set.copyOf(
                ROLES.stream().filter(role -> roles.contains(role.name())).toList());
    }

    /** @param roles may contain nulls, for empty values */
    static Set<Role> chosen(List<@Nullable Role> roles) {
        return Set.copyOf(ROLES.stream().filter(roles::contains).toList());
    }
}
