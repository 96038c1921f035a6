package io.countersign.identity.passkey;

import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the JSON of WebAuthn. */
final class PasskeyJson {

    /** The longest answer of a browser, in characters. */
    static final int LONGEST = 16_384;

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private PasskeyJson() {}

    static String write(Object options) {
        return JSON.writeValueAsString(options);
    }

    static PublicKeyCredential<AuthenticatorAttestationResponse> attestation(String json) {
        return JSON.readValue(bounded(json), new TypeReference<>() {});
    }

    static PublicKeyCredential<AuthenticatorAssertionResponse> assertion(String json) {
        return JSON.readValue(bounded(json), new TypeReference<>() {});
    }

    /** Returns the challenge that the browser says it answered. */
    static Bytes challenge(Bytes clientData) {
        return Bytes.fromBase64(
                JSON.readTree(clientData.getBytes()).required("challenge").stringValue());
    }

    private static String bounded(String json) {
        if (json.length() > LONGEST) {
            throw new PasskeyException("identity.passkey.refused", "the answer of the browser is too long");
        }
        return json;
    }
}
