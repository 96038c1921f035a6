package io.countersign.user;

import io.countersign.identity.PasswordRules;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The form with which a user sets a password. */
record PasswordForm(String token, String password, String repeated) {

    static final PasswordForm EMPTY = new PasswordForm(null, null, null);

    PasswordForm(@Nullable String token, @Nullable String password, @Nullable String repeated) {
        this.token = Objects.requireNonNullElse(token, "").strip();
        this.password = Objects.requireNonNullElse(password, "");
        this.repeated = Objects.requireNonNullElse(repeated, "");
    }

    void check(String name, Errors errors) {
        PasswordRules.problem(password, name)
                .ifPresent(problem ->
                        errors.rejectValue("password", "identity.setup.password", new Object[] {problem}, null));
        if (!password.equals(repeated)) {
            errors.rejectValue("repeated", "identity.setup.repeated.different");
        }
    }

    @Override
    public String toString() {
        return "PasswordForm[]";
    }
}
