package io.countersign.connection.credential;

import io.countersign.connection.validation.ConnectionPropertiesValidator;
import java.util.List;
import org.springframework.core.env.PropertyResolver;

/** Finds keys in the environment of which a part is missing: the SDK would ignore the rest and look for other credentials. */
public final class HalfKeys {

    private static final String ID = "AWS_ACCESS_KEY_ID";
    private static final String SECRET = "AWS_SECRET_ACCESS_KEY";
    private static final String TOKEN = "AWS_SESSION_TOKEN";

    private HalfKeys() {}

    /** Returns the problem, which begins with the name of the missing variable and has no values. */
    public static List<String> problemsIn(PropertyResolver environment) {
        boolean id = isSet(environment, ID, "aws.accessKeyId");
        boolean secret = isSet(environment, SECRET, "aws.secretAccessKey");
        if (id != secret) {
            return List.of(missing(id ? SECRET : ID, id ? ID : SECRET));
        }
        return !id && isSet(environment, TOKEN, "aws.sessionToken") ? List.of(missing(ID, TOKEN)) : List.of();
    }

    private static boolean isSet(PropertyResolver environment, String variable, String property) {
        return !ConnectionPropertiesValidator.blank(environment.getProperty(variable))
                || !ConnectionPropertiesValidator.blank(environment.getProperty(property));
    }

    private static String missing(String missing, String other) {
        return missing + ": is missing; set it as well, or remove " + other;
    }
}
