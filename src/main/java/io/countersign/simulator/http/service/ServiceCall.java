package io.countersign.simulator.http.service;

import io.countersign.simulator.http.protocol.HttpAnswer;
import io.countersign.simulator.http.signature.SignedCaller;
import java.util.function.Function;

/**
 * A request whose operation is known.
 *
 * @param needsPermission whether the role of a session must allow the operation
 * @param work returns the response or throws an AwsException
 */
public record ServiceCall(String operation, boolean needsPermission, Function<SignedCaller, HttpAnswer> work) {}
