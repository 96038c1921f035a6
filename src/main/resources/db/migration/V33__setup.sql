alter table person add column origin varchar(13) not null default 'CONFIGURATION'
    constraint person_origin check (origin in ('CONFIGURATION', 'LOCAL'));
comment on column person.origin is 'CONFIGURATION: each start writes the user as configured. LOCAL: the user exists only here';
comment on table person is 'Users who may sign in. Rows are disabled, never deleted, because the audit log refers to them.';

create table setup_token (
    token_hash  varchar(64)                 not null primary key,
    created_at  timestamp(3) with time zone not null
);
comment on table setup_token is 'Tokens for the creation of the first user; empty as soon as there is one';
comment on column setup_token.token_hash is 'SHA-256 of the token';
