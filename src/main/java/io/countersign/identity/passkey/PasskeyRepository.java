package io.countersign.identity.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Repository;

/** Stores the passkeys of users. */
@Repository
class PasskeyRepository {

    private final JdbcClient jdbc;

    PasskeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the passkeys of a user, also those of other hosts, in the order in which they were added. */
    List<Passkey> of(String person) {
        return jdbc.sql("select credential_id, label, host, created_at, last_used_at from passkey"
                        + " where person = :person order by created_at, credential_id")
                .param("person", person)
                .query((row, number) ->
                        new Passkey(row.getString(1), row.getString(2), row.getString(3), at(row, 4), atOrNull(row, 5)))
                .list();
    }

    /** Returns the names of the users who have a passkey. */
    Set<String> owners() {
        return jdbc.sql("select distinct person from passkey")
                .query(String.class)
                .set();
    }

    /** Returns the credentials of a user on a host. */
    List<CredentialRecord> credentials(String person, String host) {
        return jdbc.sql("select * from passkey where person = :person and host = :host")
                .param("person", person)
                .param("host", host)
                .query(PasskeyRepository::credential)
                .list();
    }

    /** Returns a credential, which nothing else changes or removes until the transaction ends. */
    Optional<CredentialRecord> lock(Bytes id, String host) {
        return jdbc.sql("select * from passkey where credential_id = :id and host = :host for update")
                .param("id", id.toBase64UrlString())
                .param("host", host)
                .query(PasskeyRepository::credential)
                .optional();
    }

    /** Returns the user of a passkey; empty if the user is disabled. */
    Optional<String> person(Bytes userHandle) {
        return jdbc.sql("select distinct person from passkey join person on person.name = passkey.person"
                        + " where user_handle = :handle and person.enabled and person.origin <> 'PROVIDER'")
                .param("handle", userHandle.toBase64UrlString())
                .query(String.class)
                .optional();
    }

    /** Returns what devices store instead of the name of a user; empty without a passkey. */
    Optional<String> userHandle(String person) {
        return jdbc.sql("select user_handle from passkey where person = :person limit 1")
                .param("person", person)
                .query(String.class)
                .optional();
    }

    /**
     * Adds a passkey, which answers no earlier challenge.
     *
     * @return false if another passkey has its ID
     */
    boolean add(String person, String host, CredentialRecord credential, Instant at) {
        return jdbc.sql("""
                        insert into passkey (credential_id, person, user_handle, host, label, public_key, attestation_object,
                            signature_count, transports, created_at, challenge_at)
                        values (:id, :person, :handle, :host, :label, :key, :attestation, :count, :transports, :at, :at)
                        on conflict do nothing""")
                        .param("id", credential.getCredentialId().toBase64UrlString())
                        .param("person", person)
                        .param("handle", credential.getUserEntityUserId().toBase64UrlString())
                        .param("host", host)
                        .param("label", credential.getLabel())
                        .param("key", credential.getPublicKey().getBytes())
                        .param("attestation", credential.getAttestationObject().getBytes())
                        .param("count", credential.getSignatureCount())
                        .param(
                                "transports",
                                credential.getTransports().stream()
                                        .map(AuthenticatorTransport::getValue)
                                        .sorted()
                                        .collect(Collectors.joining(",")))
                        .param("at", utc(at))
                        .update()
                > 0;
    }

    /** Returns false if there is no such passkey. */
    boolean setSignatureCount(Bytes id, long count) {
        return jdbc.sql("update passkey set signature_count = :count where credential_id = :id")
                        .param("count", count)
                        .param("id", id.toBase64UrlString())
                        .update()
                > 0;
    }

    /** Stores a use. Returns false if the same or a later challenge was already answered with this passkey. */
    boolean use(Bytes id, Instant challengeAt, Instant now) {
        return jdbc.sql("update passkey set challenge_at = :challenge, last_used_at = :now where credential_id = :id"
                                + " and (challenge_at is null or challenge_at < :challenge)")
                        .param("challenge", utc(challengeAt))
                        .param("now", utc(now))
                        .param("id", id.toBase64UrlString())
                        .update()
                > 0;
    }

    void rename(String id, String label) {
        jdbc.sql("update passkey set label = :label where credential_id = :id")
                .param("label", label)
                .param("id", id)
                .update();
    }

    boolean remove(String id) {
        return jdbc.sql("delete from passkey where credential_id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    private static CredentialRecord credential(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.getString("credential_id")))
                .userEntityUserId(Bytes.fromBase64(row.getString("user_handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(true)
                .transports(Arrays.stream(row.getString("transports").split(","))
                        .filter(text -> !text.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .label(row.getString("label"))
                .created(at(row, "created_at"))
                .build();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant atOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
