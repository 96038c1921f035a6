package io.countersign.connection.credential;

import io.countersign.connection.api.CallIdentity;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** The credentials of one decision, with the identity that AWS records for them. */
public record DecidingCredentials(AwsCredentials credentials, CallIdentity identity) {}
