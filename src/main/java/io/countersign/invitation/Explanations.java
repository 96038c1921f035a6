package io.countersign.invitation;

import java.time.Instant;
import java.util.Optional;

/** Says why AWS no longer lists an invitation. The module that reads AWS implements it. */
public interface Explanations {

    /**
     * @param began when the complete read began that no longer listed it
     * @return empty where AWS could not be asked: then nothing is concluded
     */
    Optional<Conclusion> about(Invitation missing, Instant began);
}
