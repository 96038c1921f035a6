package io.countersign.identity.setup;

import io.countersign.audit.AuditEntry;
import io.countersign.identity.PasswordRules;
import io.countersign.identity.PersonName;
import io.countersign.identity.Role;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form for the first admin.
 *
 * @param repeated the password again: no other admin could reset a mistyped one
 * @param reviewer whether the admin also decides invitations
 */
record SetupForm(String token, String name, String password, String repeated, Boolean reviewer) {

    static final SetupForm EMPTY = new SetupForm(null, null, null, null, true);

    SetupForm(
            @Nullable String token,
            @Nullable String name,
            @Nullable String password,
            @Nullable String repeated,
            @Nullable Boolean reviewer) {
        this.token = text(token).strip();
        this.name = text(name).strip();
        this.password = text(password);
        this.repeated = text(repeated);
        this.reviewer = Boolean.TRUE.equals(reviewer);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    void check(Errors errors) {
        if (!PersonName.isValid(name)) {
            errors.rejectValue("name", "identity.setup.name.invalid", new Object[] {PersonName.LONGEST}, null);
        } else if (PersonName.looksLike(name, AuditEntry.SYSTEM)) {
            errors.rejectValue("name", "identity.setup.name.system", new Object[] {AuditEntry.SYSTEM}, null);
        }
        PasswordRules.problem(password, name)
                .ifPresent(problem ->
                        errors.rejectValue("password", "identity.setup.password", new Object[] {problem}, null));
        if (!password.equals(repeated)) {
            errors.rejectValue("repeated", "identity.setup.repeated.different");
        }
    }

    Set<Role> roles() {
        return reviewer ? EnumSet.of(Role.ADMIN, Role.REVIEWER) : EnumSet.of(Role.ADMIN);
    }

    @Override
    public String toString() {
        return "SetupForm[name=" + name + ", reviewer=" + reviewer + "]";
    }
}
