package io.countersign.sso;

import io.countersign.identity.IdentityProviders;
import io.countersign.sso.group.GroupProperties;
import io.countersign.sso.provider.Providers;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The links to the configured providers. */
@Component
class ProviderLinks implements IdentityProviders {

    private final Providers providers;
    private final PersonIdentityRepository identities;

    ProviderLinks(Providers providers, PersonIdentityRepository identities) {
        this.providers = providers;
        this.identities = identities;
    }

    @Override
    public List<Link> all() {
        return providers.ids().stream().map(id -> link(id, "")).toList();
    }

    /** Also returns a link for a provider that was removed meanwhile: such a user has no password to give instead. */
    @Override
    public Optional<Link> again(String person) {
        return identities.registration(person).map(id -> link(id, "?again"));
    }

    @Override
    public Optional<Answer> lastAnswer(String person) {
        return identities
                .lastAnswer(person)
                .map(stored -> new Answer(providers.name(stored.provider()), stored.at(), stored.groups()));
    }

    @Override
    public boolean outdated(String person) {
        return identities.outdated(person, GroupProperties.OUTDATED);
    }

    private Link link(String id, String query) {
        return new Link(AuthorizationController.PATH + id + query, providers.name(id));
    }
}
