package io.countersign.simulator.http;

import java.util.function.Function;

/**
 * A request whose operation is known.
 *
 * @param needsPermission whether a role's session may do it only if the role says so
 * @param work answers, or throws an AwsException
 */
record Call(String operation, boolean needsPermission, Function<Signed, Answer> work) {}
