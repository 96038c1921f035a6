-- Whoever may sign in, as the configuration said at the last start. Rows are disabled, never deleted: history names them.
create table person (
    name           varchar(64)                 not null primary key,
    password_hash  varchar(200)                not null,
    roles          varchar(100)                not null,
    enabled        boolean                     not null,
    changed_at     timestamp(3) with time zone not null
);

-- Guesses per typed name (its SHA-256), known or not.
create table sign_in_attempt (
    name_hash  varchar(64)                 not null primary key,
    attempts   integer                     not null,
    last_at    timestamp(3) with time zone not null
);
create index sign_in_attempt_last on sign_in_attempt (last_at);

-- Spring Session's own tables, with its names and columns; varchar instead of char.
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
