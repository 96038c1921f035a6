create table person (
    name           varchar(64)                 not null primary key,
    password_hash  varchar(200)                not null,
    roles          varchar(100)                not null,
    enabled        boolean                     not null,
    changed_at     timestamp(3) with time zone not null
);
comment on table person is
    'Users who may sign in, as configured at the last start. Rows are disabled, never deleted, because the audit log refers to them.';
comment on column person.roles is 'Role names, separated by commas';

create table sign_in_attempt (
    name_hash  varchar(64)                 not null primary key,
    attempts   integer                     not null,
    last_at    timestamp(3) with time zone not null
);
comment on table sign_in_attempt is 'Failed sign-ins per user name, also of names that do not exist';
comment on column sign_in_attempt.name_hash is 'SHA-256 of the name';
create index sign_in_attempt_last on sign_in_attempt (last_at);

create table spring_session (
    primary_id             varchar(36) not null,
    session_id             varchar(36) not null,
    creation_time          bigint      not null,
    last_access_time       bigint      not null,
    max_inactive_interval  int         not null,
    expiry_time            bigint      not null,
    principal_name         varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
comment on table spring_session is 'Sessions; Spring Session defines names and columns';
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id  varchar(36)  not null,
    attribute_name      varchar(200) not null,
    attribute_bytes     bytea        not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id)
        references spring_session (primary_id) on delete cascade
);
comment on table spring_session_attributes is 'Values in a session; Spring Session defines names and columns';
