package io.countersign.identity.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * The two exchanges of WebAuthn with a browser: adding a passkey, and signing with one. The device always verifies its
 * user, with a PIN or biometrics, so that a passkey counts as two factors.
 */
@Component
class PasskeyCeremony {

    private static final String NAME = "Countersign";
    /** The standard allows 16 to 1,023 bytes. */
    private static final int SHORTEST_ID = 16;

    private static final int LONGEST_ID = 1023;

    private final PasskeyRepository passkeys;
    private final PasskeyChallenges challenges;
    private final InstantSource clock;

    PasskeyCeremony(PasskeyRepository passkeys, PasskeyChallenges challenges, InstantSource clock) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.clock = clock;
    }

    /** Returns what the browser needs to add a passkey, as JSON. */
    String creationOptions(String person, PasskeySite site) {
        return PasskeyJson.write(creation(person, site, new Bytes(challenges.create(person))));
    }

    /** Returns what the browser needs to sign with a passkey, as JSON. Before a sign-in, the device selects the user. */
    String requestOptions(String person, PasskeySite site) {
        return PasskeyJson.write(request(person, site, new Bytes(challenges.create(person))));
    }

    /**
     * Stores the passkey that a browser created.
     *
     * @param json the answer of the browser
     * @throws PasskeyException if it is not valid
     */
    void add(String json, String label, String person, PasskeySite site) {
        if (json.isEmpty()) {
            throw new PasskeyException("identity.passkey.missing", "the form contains no passkey");
        }
        checked(() -> {
            PublicKeyCredential<AuthenticatorAttestationResponse> created = PasskeyJson.attestation(json);
            Bytes challenge = PasskeyJson.challenge(created.getResponse().getClientDataJSON());
            challenges.createdAt(challenge.getBytes(), person);
            int id = created.getRawId().getBytes().length;
            if (id < SHORTEST_ID || id > LONGEST_ID) {
                throw new PasskeyException("identity.passkey.refused", "the credential ID has " + id + " bytes");
            }
            return operations(person, site)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            creation(person, site, challenge), new RelyingPartyPublicKey(created, label)));
        });
    }

    /**
     * Checks the signature of a passkey, and that it is the first answer to its challenge.
     *
     * @param json the answer of the browser
     * @param person the user whose passkey it must be; empty for a sign-in
     * @return the user of the passkey
     * @throws PasskeyException if it is not valid
     */
    String verify(String json, String person, PasskeySite site) {
        return checked(() -> {
            PublicKeyCredential<AuthenticatorAssertionResponse> signed = PasskeyJson.assertion(json);
            Bytes challenge = PasskeyJson.challenge(signed.getResponse().getClientDataJSON());
            Instant at = challenges.createdAt(challenge.getBytes(), person);
            String user = Objects.requireNonNull(operations(null, site)
                    .authenticate(new RelyingPartyAuthenticationRequest(request(person, site, challenge), signed))
                    .getName());
            if (!person.isEmpty() && !person.equals(user)) {
                throw new PasskeyException("identity.passkey.refused", "the passkey is of another user");
            }
            if (!passkeys.use(signed.getRawId(), at, clock.instant())) {
                throw new PasskeyException("identity.passkey.refused", "the challenge was already answered");
            }
            return user;
        });
    }

    /** Invalid answers cause exceptions of many types, which the libraries do not document. */
    private static <T> T checked(Supplier<T> exchange) {
        try {
            return exchange.get();
        } catch (PasskeyException | DataAccessException e) {
            throw e;
        } catch (WebAuthnException e) {
            throw new PasskeyException("identity.passkey.refused", e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            throw new PasskeyException("identity.passkey.refused", "the answer of the browser cannot be read");
        }
    }

    private WebAuthnRelyingPartyOperations operations(@Nullable String adds, PasskeySite site) {
        return new Webauthn4JRelyingPartyOperations(
                new PasskeyUsers(passkeys),
                new PasskeyStore(passkeys, adds, site.host(), clock.instant()),
                party(site),
                Set.of(site.origin()));
    }

    private PublicKeyCredentialCreationOptions creation(String person, PasskeySite site, Bytes challenge) {
        Bytes handle = passkeys.userHandle(person).map(Bytes::fromBase64).orElseGet(Bytes::random);
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party(site))
                .user(PasskeyUsers.entity(person, handle))
                .challenge(challenge)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .timeout(timeout())
                .excludeCredentials(descriptors(person, site))
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .build();
    }

    private PublicKeyCredentialRequestOptions request(String person, PasskeySite site, Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(site.host())
                .timeout(timeout())
                .allowCredentials(person.isEmpty() ? List.of() : descriptors(person, site))
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    private List<PublicKeyCredentialDescriptor> descriptors(String person, PasskeySite site) {
        return passkeys.credentials(person, site.host()).stream()
                .map(PasskeyCeremony::descriptor)
                .toList();
    }

    private static PublicKeyCredentialDescriptor descriptor(CredentialRecord credential) {
        return PublicKeyCredentialDescriptor.builder()
                .id(credential.getCredentialId())
                .transports(credential.getTransports())
                .build();
    }

    private static PublicKeyCredentialRpEntity party(PasskeySite site) {
        return PublicKeyCredentialRpEntity.builder().id(site.host()).name(NAME).build();
    }

    private static Duration timeout() {
        return PasskeyChallenges.VALID;
    }
}
