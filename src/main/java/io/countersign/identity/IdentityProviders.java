package io.countersign.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The identity providers through which users sign in instead of with a password. */
public interface IdentityProviders {

    /** The path to which a sign-out is forwarded if it continues at a provider. */
    String SIGNED_OUT = "/signed-out";

    /** The request attribute with the address at which a sign-out continues. */
    String SIGN_OUT_THERE = "countersign.sign-out-there";

    /**
     * A link to a provider.
     *
     * @param path a path of this application, which redirects to the provider
     * @param name the name of the provider
     */
    record Link(String path, String name) {}

    /**
     * What a provider last said about a user.
     *
     * @param provider the name of the provider
     */
    record Answer(String provider, Instant at, List<String> groups) {}

    /** Returns the links of the sign-in page; empty without providers. */
    List<Link> all();

    /** Returns the link with which a user confirms the sign-in; empty for a user with a password. */
    Optional<Link> again(String person);

    /** Returns the last answer about a user; empty for a user with a password. */
    Optional<Answer> lastAnswer(String person);

    /** Returns whether the provider's last answer about the user is too old for a decision; false for a user with a password. */
    boolean outdated(String person);
}
