package io.countersign.identity;

import java.util.List;
import java.util.Optional;

/** An application without identity providers. */
public record NoProviders() implements IdentityProviders {

    @Override
    public List<Link> all() {
        return List.of();
    }

    @Override
    public Optional<Link> again(String person) {
        return Optional.empty();
    }

    @Override
    public Optional<Answer> lastAnswer(String person) {
        return Optional.empty();
    }

    @Override
    public boolean outdated(String person) {
        return false;
    }
}
