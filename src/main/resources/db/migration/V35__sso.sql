alter table person drop constraint person_origin;
alter table person add constraint person_origin check (origin in ('CONFIGURATION', 'LOCAL', 'PROVIDER'));
comment on column person.origin is
    'CONFIGURATION: each start writes the user as configured. LOCAL: the user exists only here. PROVIDER: an identity provider signs the user in';
alter table person add column aliases text;
comment on column person.aliases is
    'The names and addresses that an identity provider stated at the first sign-in, one a line. Users of like names may be the same human';

create table person_identity (
    issuer           varchar(500)                not null,
    subject          varchar(255)                not null,
    person           varchar(254)                not null references person (name),
    registration     varchar(100)                not null,
    groups           text                        not null,
    checked_at       timestamp(3) with time zone not null,
    primary key (issuer, subject)
);
create unique index person_identity_person on person_identity (person);
comment on table person_identity is 'Users of identity providers. Issuer and subject identify the user; names and addresses of the provider do not';
comment on column person_identity.issuer is 'The claim iss of the ID token';
comment on column person_identity.subject is 'The claim sub of the ID token, unique within the issuer';
comment on column person_identity.registration is 'The configured provider of the last sign-in';
comment on column person_identity.groups is 'The groups of the last answer, one a line, with control characters replaced';
comment on column person_identity.checked_at is 'The last answer of the provider about the user';

create table provider_session (
    session_key    varchar(36)                 not null primary key,
    person         varchar(254)                not null references person (name),
    registration   varchar(100)                not null,
    refresh_token  text                        not null,
    next_at        timestamp(3) with time zone not null
);
create index provider_session_next on provider_session (next_at);
comment on table provider_session is 'Sessions of users of identity providers, for which the provider is asked again';
comment on column provider_session.session_key is 'The key of the session, which gives no access';
comment on column provider_session.refresh_token is 'Encrypted with a key derived from the signing key of the audit log';
comment on column provider_session.next_at is 'When the provider is asked again';
