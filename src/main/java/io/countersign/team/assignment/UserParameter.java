package io.countersign.team.assignment;

import io.countersign.identity.PersonName;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Checks a parameter that names a user. */
final class UserParameter {

    private UserParameter() {}

    /**
     * Returns the name.
     *
     * @param name empty for no user
     * @throws ResponseStatusException 400 with the parameter, if it cannot be a name
     */
    static String checked(String parameter, String name) {
        if (!name.isEmpty() && !PersonName.isValid(name)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, parameter + ": must be a username");
        }
        return name;
    }
}
