create table passkey (
    credential_id       varchar(1400)               not null primary key,
    person              varchar(254)                not null references person (name),
    user_handle         varchar(100)                not null,
    host                varchar(253)                not null,
    label               varchar(60)                 not null,
    public_key          bytea                       not null,
    attestation_object  bytea                       not null,
    signature_count     bigint                      not null,
    transports          varchar(200)                not null,
    created_at          timestamp(3) with time zone not null,
    last_used_at        timestamp(3) with time zone,
    challenge_at        timestamp(3) with time zone
);
create index passkey_person on passkey (person);
comment on table passkey is 'Passkeys (WebAuthn credentials) of users. Contains public keys only';
comment on column passkey.credential_id is 'Chosen by the device, in base64url';
comment on column passkey.user_handle is 'Random bytes in base64url, the same for all passkeys of a user; the device stores them instead of the name';
comment on column passkey.host is 'The host on which the user added the passkey; browsers offer it on no other';
comment on column passkey.label is 'The name that the user gave it';
comment on column passkey.attestation_object is 'The answer of the device that contains the public key';
comment on column passkey.transports is 'How browsers reach the device, separated by commas';
comment on column passkey.challenge_at is 'When the last answered challenge was created: older ones are refused, so that no answer counts twice';

drop index entry_sign_in;
create index entry_sign_in on audit_entry (lower(actor collate "C"), seq)
    where action in ('SIGN_IN', 'BREAK_GLASS_SIGN_IN') and outcome = 'DONE' and (message is null or message not like '% confirmed');
comment on index entry_sign_in is 'The last sign-in of each user, for the list of users';
