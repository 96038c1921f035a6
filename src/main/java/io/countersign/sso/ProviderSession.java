package io.countersign.sso;

/**
 * A session of a user of a provider, for which the provider can be asked again.
 *
 * @param key the key of the session, which gives no access
 */
record ProviderSession(String key, String person, String registration, String refreshToken) {

    @Override
    public String toString() {
        return "ProviderSession[person=" + person + ", registration=" + registration + "]";
    }
}
