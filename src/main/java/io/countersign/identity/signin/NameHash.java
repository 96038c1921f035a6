package io.countersign.identity.signin;

import io.countersign.audit.chain.Hashes;
import io.countersign.audit.chain.SigningKey;
import io.countersign.identity.PersonName;
import org.springframework.stereotype.Component;

/**
 * Keyed hashes of typed names and other texts that must not be stored, such as addresses. A typed name may be a password
 * in the wrong field. Two equal hashes show that two attempts used the same name, in any spelling, and nothing more:
 * without the signing key, a reader cannot test guesses.
 */
@Component
public class NameHash {

    private final SigningKey key;

    public NameHash(SigningKey key) {
        this.key = key;
    }

    /** 64 hexadecimal digits. An Ed25519 signature depends only on the key and the text, so the hash of a name does not change. */
    String of(String typedName) {
        return ofCounter(text(typedName));
    }

    String ofCounter(String text) {
        return Hashes.of(key.sign(text));
    }

    /** Returns the text that stands for all spellings of a name. */
    static String text(String typedName) {
        return "sign-in name: " + PersonName.key(typedName);
    }
}
