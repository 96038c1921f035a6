package io.countersign.simulator.http;

import java.util.Optional;

/** The access keys AWS knows. */
public interface Credentials {

    Optional<Credential> find(String accessKeyId);
}
