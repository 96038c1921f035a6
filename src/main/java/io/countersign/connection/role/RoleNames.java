package io.countersign.connection.role;

import io.countersign.connection.Connection;

/** The names that forms, templates and documents propose for the roles of a connected account. */
public final class RoleNames {

    public static final String READER = "CountersignReader";
    public static final String DECIDER = "CountersignDecider";

    private RoleNames() {}

    /** @param account an account ID, or a placeholder */
    public static String arn(String partition, String account, String name) {
        return "arn:" + partition + ":iam::" + account + ":role/" + name;
    }

    static String arn(Connection connection, String name) {
        return arn(connection.partition(), connection.account().value(), name);
    }
}
