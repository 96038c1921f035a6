package io.countersign.sso;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form that tries the group mapping.
 *
 * @param claims the claims of an ID token, as a JSON object; empty to try the groups of the user
 * @param user a user of a provider; empty to try the claims
 */
record MappingForm(String claims, String user) {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    MappingForm(@Nullable String claims, @Nullable String user) {
        this.claims = Objects.requireNonNullElse(claims, "").strip();
        this.user = Objects.requireNonNullElse(user, "");
    }

    void check(Errors errors) {
        if (claims.isEmpty() == user.isEmpty()) {
            errors.rejectValue("claims", claims.isEmpty() ? "sso.mapping.nothing" : "sso.mapping.both");
        } else if (user.isEmpty() && parsed() == null) {
            errors.rejectValue("claims", "sso.mapping.malformed");
        }
    }

    /** Returns the claims; null if the text is not a JSON object. */
    @Nullable
    Map<String, Object> parsed() {
        try {
            return JsonMapper.shared().readValue(claims, OBJECT);
        } catch (JacksonException e) {
            return null;
        }
    }
}
