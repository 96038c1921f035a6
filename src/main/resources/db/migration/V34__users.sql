create table password_code (
    token_hash  varchar(64)                 not null primary key,
    person      varchar(254)                not null references person (name),
    created_by  varchar(254)                not null,
    created_at  timestamp(3) with time zone not null
);
create unique index password_code_person on password_code (person);
comment on table password_code is 'One-time codes with which users set their password, once; each user has at most one';
comment on column password_code.token_hash is 'SHA-256 of the token';
comment on column password_code.created_by is 'The admin who created the code, and could use it';
